-- The nouns of a panel's work. Every table here is captured by the history.
-- Identities are UUIDv7 text, dates YYYY-MM-DD, instants ISO 8601 with offset, booleans 0/1.

CREATE TABLE book (
  id TEXT PRIMARY KEY CHECK (id = 'book'),
  lineage_id TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0)
) STRICT;

-- ---------------------------------------------------------------- codes and bodies

CREATE TABLE code (
  id TEXT PRIMARY KEY,
  short_name TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  administrator TEXT NOT NULL DEFAULT '',
  decision_maker TEXT NOT NULL DEFAULT 'the Authority',
  calendar TEXT NOT NULL DEFAULT 'england-and-wales',
  reference_prefix TEXT NOT NULL DEFAULT '',
  reference_digits INTEGER NOT NULL DEFAULT 4 CHECK (reference_digits BETWEEN 1 AND 8),
  source_note TEXT NOT NULL DEFAULT ''
) STRICT;

-- The stages of a code's process, in order. Whether a proposal there still counts as open is data.
CREATE TABLE stage (
  id TEXT PRIMARY KEY,
  code_id TEXT NOT NULL REFERENCES code (id),
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  UNIQUE (code_id, key)
) STRICT;

CREATE TABLE body (
  id TEXT PRIMARY KEY,
  code_id TEXT REFERENCES code (id),
  kind TEXT NOT NULL CHECK (kind IN ('panel', 'change-board', 'sub-committee', 'workgroup', 'committee')),
  name TEXT NOT NULL UNIQUE,
  short_name TEXT NOT NULL,
  profile TEXT NOT NULL DEFAULT '',
  quorum_total INTEGER NOT NULL DEFAULT 0 CHECK (quorum_total >= 0),
  quorum_counts TEXT NOT NULL DEFAULT 'people' CHECK (quorum_counts IN ('people', 'votes')),
  recused_counts_for_quorum INTEGER NOT NULL DEFAULT 1 CHECK (recused_counts_for_quorum IN (0, 1)),
  chair_vote TEXT NOT NULL DEFAULT 'none' CHECK (chair_vote IN ('none', 'casting', 'full')),
  votes_per_person_cap INTEGER CHECK (votes_per_person_cap >= 1),
  carriers TEXT NOT NULL DEFAULT 'anyone' CHECK (carriers IN ('anyone', 'members')),
  item_numbering TEXT NOT NULL DEFAULT '{meeting}.{section}',
  sub_item_numbering TEXT NOT NULL DEFAULT '({letter})',
  action_reference TEXT NOT NULL DEFAULT '{short} {month}/{sequence}',
  paragraphs_run_on INTEGER NOT NULL DEFAULT 0 CHECK (paragraphs_run_on IN (0, 1)),
  paper_deadline_days INTEGER NOT NULL DEFAULT 5 CHECK (paper_deadline_days >= 0),
  usual_start TEXT NOT NULL DEFAULT '10:30',
  usual_end TEXT NOT NULL DEFAULT '13:00',
  usual_place TEXT NOT NULL DEFAULT '',
  source_note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE constituency (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  position INTEGER NOT NULL,
  quorum_minimum INTEGER NOT NULL DEFAULT 0 CHECK (quorum_minimum >= 0),
  UNIQUE (body_id, name)
) STRICT;

CREATE TABLE seat (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  constituency_id TEXT REFERENCES constituency (id),
  name TEXT NOT NULL,
  votes INTEGER NOT NULL DEFAULT 1 CHECK (votes BETWEEN 1 AND 1000),
  position INTEGER NOT NULL,
  effective_from TEXT NOT NULL DEFAULT '0001-01-01',
  effective_to TEXT
) STRICT;
CREATE INDEX seat_by_body ON seat (body_id, position);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  organisation TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who belongs to a body as what. A seat's standing alternates are memberships with the seat and role 'alternate'.
CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  seat_id TEXT REFERENCES seat (id),
  role TEXT NOT NULL CHECK (role IN ('member', 'alternate', 'chair', 'deputy-chair', 'secretary', 'authority', 'observer', 'presenter', 'proposer', 'non-voting-member')),
  effective_from TEXT NOT NULL DEFAULT '0001-01-01',
  effective_to TEXT,
  CHECK (role NOT IN ('member', 'alternate') OR seat_id IS NOT NULL)
) STRICT;
CREATE INDEX membership_by_body ON membership (body_id);
CREATE INDEX membership_by_person ON membership (person_id);

-- The questions that a body usually puts, with rule, words and phrases: data, each with its source.
CREATE TABLE question_kind (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  polarity TEXT NOT NULL DEFAULT 'for-carries' CHECK (polarity IN ('for-carries', 'against-expected')),
  phrases TEXT NOT NULL CHECK (json_valid(phrases)),
  determination_kind TEXT NOT NULL DEFAULT 'other',
  decision_maker TEXT NOT NULL DEFAULT 'body' CHECK (decision_maker IN ('body', 'authority', 'view')),
  position INTEGER NOT NULL,
  source_note TEXT NOT NULL DEFAULT '',
  -- What follows from the answer: stage, workgroup and dates, as core/contract/consequences.ts has them.
  consequences TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(consequences)),
  -- What the options of a proposal are usually voted against, one by one: [{ key, label }].
  objectives TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(objectives)),
  UNIQUE (body_id, key)
) STRICT;

CREATE TABLE agenda_template_item (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('decision', 'discussion', 'information')),
  planned_minutes INTEGER NOT NULL DEFAULT 0 CHECK (planned_minutes >= 0),
  presenter TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agenda_template_item_by_body ON agenda_template_item (body_id, position);

-- Text modules of the note-taker: typed by their key, with places for what changes.
CREATE TABLE snippet (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (body_id, key)
) STRICT;

-- What the chair says on a kind of item, what is asked, and where the answers lead: as core/contract/scripts.ts has it.
CREATE TABLE script (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  item_kind TEXT NOT NULL,
  steps TEXT NOT NULL CHECK (json_valid(steps)),
  source_note TEXT NOT NULL DEFAULT '',
  UNIQUE (body_id, item_kind)
) STRICT;

-- ---------------------------------------------------------------- the register

CREATE TABLE workgroup (
  id TEXT PRIMARY KEY,
  code_id TEXT NOT NULL REFERENCES code (id),
  body_id TEXT REFERENCES body (id),
  short_name TEXT NOT NULL,
  name TEXT NOT NULL,
  remit TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (code_id, short_name)
) STRICT;

-- One month of a workgroup: it met on a day, or it did not, and why.
CREATE TABLE workgroup_meeting (
  id TEXT PRIMARY KEY,
  workgroup_id TEXT NOT NULL REFERENCES workgroup (id),
  month TEXT NOT NULL,
  held_on TEXT,
  summary TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX workgroup_meeting_by_workgroup ON workgroup_meeting (workgroup_id, month);

CREATE TABLE release (
  id TEXT PRIMARY KEY,
  code_id TEXT NOT NULL REFERENCES code (id),
  name TEXT NOT NULL,
  released_on TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT '',
  UNIQUE (code_id, name)
) STRICT;

CREATE TABLE release_directed_change (
  id TEXT PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES release (id),
  origin TEXT NOT NULL,
  reference TEXT NOT NULL,
  text TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX release_directed_change_by_release ON release_directed_change (release_id, position);

CREATE TABLE proposal (
  id TEXT PRIMARY KEY,
  code_id TEXT NOT NULL REFERENCES code (id),
  reference TEXT NOT NULL,
  reference_number INTEGER NOT NULL,
  reference_suffix TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL,
  short_title TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  proposer TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL DEFAULT '',
  is_urgent INTEGER NOT NULL DEFAULT 0 CHECK (is_urgent IN (0, 1)),
  stage_id TEXT NOT NULL REFERENCES stage (id),
  stage_detail TEXT NOT NULL DEFAULT '',
  workgroup_id TEXT REFERENCES workgroup (id),
  release_id TEXT REFERENCES release (id),
  release_note TEXT NOT NULL DEFAULT '',
  alternative_to_id TEXT REFERENCES proposal (id),
  raised_on TEXT,
  reporting_on TEXT,
  consultation_closes_on TEXT,
  implementation_on TEXT,
  link TEXT NOT NULL DEFAULT '',
  UNIQUE (code_id, reference)
) STRICT;
CREATE INDEX proposal_by_stage ON proposal (stage_id);
CREATE INDEX proposal_by_workgroup ON proposal (workgroup_id);
CREATE INDEX proposal_by_release ON proposal (release_id);
CREATE INDEX proposal_by_original ON proposal (alternative_to_id);

-- Other spellings of a reference and other titles under which a proposal is known.
CREATE TABLE proposal_alias (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  kind TEXT NOT NULL CHECK (kind IN ('reference', 'title')),
  text TEXT NOT NULL,
  UNIQUE (proposal_id, kind, text)
) STRICT;

CREATE TABLE stage_change (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  stage_id TEXT NOT NULL REFERENCES stage (id),
  stage_detail TEXT NOT NULL DEFAULT '',
  changed_on TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  determination_id TEXT REFERENCES determination (id)
) STRICT;
CREATE INDEX stage_change_by_proposal ON stage_change (proposal_id, changed_on);
CREATE INDEX stage_change_by_determination ON stage_change (determination_id);

CREATE TABLE proposal_impact (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  kind TEXT NOT NULL CHECK (kind IN ('document', 'system')),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (proposal_id, kind, name)
) STRICT;

-- PA, IA, sub-committee advice and the like, asked of somebody, with the date first given and the present one.
CREATE TABLE assessment (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  kind TEXT NOT NULL,
  asked_of TEXT NOT NULL DEFAULT '',
  requested_on TEXT,
  originally_due_on TEXT,
  due_on TEXT,
  received_on TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX assessment_by_proposal ON assessment (proposal_id);

CREATE TABLE consultation (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  name TEXT NOT NULL,
  opened_on TEXT,
  closes_on TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX consultation_by_proposal ON consultation (proposal_id);

-- The timetable of a proposal: each step with the dates first planned and the present ones.
CREATE TABLE milestone (
  id TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposal (id),
  lane TEXT NOT NULL DEFAULT 'process',
  name TEXT NOT NULL,
  originally_from TEXT,
  originally_to TEXT,
  planned_from TEXT NOT NULL,
  planned_to TEXT NOT NULL,
  reached_on TEXT,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX milestone_by_proposal ON milestone (proposal_id, position);

-- What happens to a code beside its proposals: a direction, a version going live, a mandate date.
CREATE TABLE code_update (
  id TEXT PRIMARY KEY,
  code_id TEXT NOT NULL REFERENCES code (id),
  happened_on TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX code_update_by_code ON code_update (code_id, happened_on);

CREATE TABLE workgroup_outcome (
  id TEXT PRIMARY KEY,
  workgroup_meeting_id TEXT NOT NULL REFERENCES workgroup_meeting (id),
  proposal_id TEXT REFERENCES proposal (id),
  text TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX workgroup_outcome_by_meeting ON workgroup_outcome (workgroup_meeting_id, position);
CREATE INDEX workgroup_outcome_by_proposal ON workgroup_outcome (proposal_id);

-- ---------------------------------------------------------------- meetings and agendas

CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  number TEXT NOT NULL,
  -- A written resolution goes round outside a meeting; it is kept like one, with a single item.
  form TEXT NOT NULL DEFAULT 'meeting' CHECK (form IN ('meeting', 'written-resolution')),
  title TEXT NOT NULL DEFAULT '',
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  start_time TEXT NOT NULL,
  end_time TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'closed')),
  opened_at TEXT,
  closed_at TEXT,
  current_item_id TEXT REFERENCES agenda_item (id),
  first_paragraph INTEGER NOT NULL DEFAULT 1 CHECK (first_paragraph >= 1),
  record_hash TEXT,
  -- The room's screen shows nothing of what is before the meeting.
  is_screen_cleared INTEGER NOT NULL DEFAULT 0 CHECK (is_screen_cleared IN (0, 1)),
  UNIQUE (body_id, number),
  CHECK (ends_on >= starts_on)
) STRICT;
CREATE INDEX meeting_by_date ON meeting (starts_on);

-- A stretch of time in which the meeting sat; an adjournment ends one and a resumption begins the next.
CREATE TABLE sitting (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  started_at TEXT NOT NULL,
  ended_at TEXT,
  -- Why it was adjourned after this stretch, or until when.
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sitting_by_meeting ON sitting (meeting_id, started_at);

-- What the check before closing still found when the meeting closed, and why it was left.
CREATE TABLE left_at_closing (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  finding TEXT NOT NULL,
  sentence TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL,
  UNIQUE (meeting_id, finding)
) STRICT;

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  parent_id TEXT REFERENCES agenda_item (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'general',
  title TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('decision', 'discussion', 'information')),
  planned_minutes INTEGER NOT NULL DEFAULT 0 CHECK (planned_minutes >= 0),
  presenter TEXT NOT NULL DEFAULT '',
  proposal_id TEXT REFERENCES proposal (id),
  is_late INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),
  late_acceptance TEXT NOT NULL DEFAULT '',
  outcome TEXT CHECK (outcome IN ('done', 'noted', 'deferred', 'not-reached', 'withdrawn', 'returned')),
  outcome_reason TEXT NOT NULL DEFAULT '',
  -- The meeting to which it goes on; null for the next one, whichever that is.
  next_meeting_id TEXT REFERENCES meeting (id)
) STRICT;
CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id, parent_id, position);
CREATE INDEX agenda_item_by_next_meeting ON agenda_item (next_meeting_id) WHERE next_meeting_id IS NOT NULL;
CREATE INDEX agenda_item_by_parent ON agenda_item (parent_id);
CREATE INDEX agenda_item_by_proposal ON agenda_item (proposal_id);

-- When an item was before the meeting: as many stretches as it took.
CREATE TABLE item_timing (
  id TEXT PRIMARY KEY,
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX item_timing_by_item ON item_timing (agenda_item_id, started_at);

CREATE TABLE paper (
  id TEXT PRIMARY KEY,
  agenda_item_id TEXT REFERENCES agenda_item (id),
  proposal_id TEXT REFERENCES proposal (id),
  reference TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL,
  file_name TEXT,
  sha256 TEXT,
  size INTEGER,
  received_on TEXT,
  is_late INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),
  late_acceptance TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX paper_by_item ON paper (agenda_item_id, position);
CREATE INDEX paper_by_proposal ON paper (proposal_id);

-- Numbered paragraphs of the minutes. The number is written when the meeting closes; until then it is counted.
CREATE TABLE note_paragraph (
  id TEXT PRIMARY KEY,
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  number INTEGER
) STRICT;
CREATE INDEX note_paragraph_by_item ON note_paragraph (agenda_item_id, position);

-- ---------------------------------------------------------------- in the room

-- One person at one meeting: in what capacity, for which seat, and by which initials.
CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  seat_id TEXT REFERENCES seat (id),
  capacity TEXT NOT NULL CHECK (capacity IN ('member', 'alternate', 'chair', 'deputy-chair', 'secretary', 'authority', 'observer', 'presenter', 'proposer', 'non-voting-member', 'invitee')),
  initials TEXT NOT NULL,
  is_remote INTEGER NOT NULL DEFAULT 0 CHECK (is_remote IN (0, 1)),
  apologies INTEGER NOT NULL DEFAULT 0 CHECK (apologies IN (0, 1)),
  leaves_at TEXT,
  UNIQUE (meeting_id, person_id),
  UNIQUE (meeting_id, initials),
  CHECK (capacity NOT IN ('member', 'alternate') OR seat_id IS NOT NULL)
) STRICT;
CREATE INDEX attendance_by_person ON attendance (person_id);
CREATE INDEX attendance_by_seat ON attendance (seat_id);

CREATE TABLE attendance_interval (
  id TEXT PRIMARY KEY,
  attendance_id TEXT NOT NULL REFERENCES attendance (id),
  arrived_at TEXT NOT NULL,
  arrived_item_id TEXT REFERENCES agenda_item (id),
  left_at TEXT,
  left_item_id TEXT REFERENCES agenda_item (id)
) STRICT;
CREATE INDEX attendance_interval_by_attendance ON attendance_interval (attendance_id, arrived_at);

-- The vote of a seat carried by somebody in the room, from one moment to another.
CREATE TABLE carried_vote (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  seat_id TEXT NOT NULL REFERENCES seat (id),
  carrier_id TEXT NOT NULL REFERENCES attendance (id),
  given_by_person_id TEXT REFERENCES person (id),
  given_at TEXT NOT NULL,
  given_item_id TEXT REFERENCES agenda_item (id),
  ended_at TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX carried_vote_by_meeting ON carried_vote (meeting_id, seat_id);
CREATE INDEX carried_vote_by_carrier ON carried_vote (carrier_id);

CREATE TABLE interest (
  id TEXT PRIMARY KEY,
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  attendance_id TEXT NOT NULL REFERENCES attendance (id),
  kind TEXT NOT NULL CHECK (kind IN ('declared', 'recused')),
  text TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  UNIQUE (agenda_item_id, attendance_id)
) STRICT;
CREATE INDEX interest_by_attendance ON interest (attendance_id);

-- ---------------------------------------------------------------- questions, votes, determinations

-- Votes that are taken together: one question on several items, or one for each option of a proposal, and for each
-- objective against which the options are voted. Every cell is an ordinary question with its own vote.
CREATE TABLE joint_vote (
  id TEXT PRIMARY KEY,
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  form TEXT NOT NULL CHECK (form IN ('items', 'options')),
  title TEXT NOT NULL,
  -- What the options are compared with, such as the baseline; empty where there is nothing.
  baseline TEXT NOT NULL DEFAULT '',
  options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(options)),
  objectives TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(objectives)),
  put_at TEXT NOT NULL
) STRICT;
CREATE INDEX joint_vote_by_item ON joint_vote (agenda_item_id);

CREATE TABLE question (
  id TEXT PRIMARY KEY,
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  proposal_id TEXT REFERENCES proposal (id),
  -- The votes with which this one is taken, and its place among them; an option without objective is the overall one.
  joint_vote_id TEXT REFERENCES joint_vote (id),
  option_key TEXT,
  objective_key TEXT,
  kind_key TEXT NOT NULL,
  text TEXT NOT NULL,
  polarity TEXT NOT NULL CHECK (polarity IN ('for-carries', 'against-expected')),
  phrases TEXT NOT NULL CHECK (json_valid(phrases)),
  decision_maker TEXT NOT NULL CHECK (decision_maker IN ('body', 'authority', 'view')),
  -- Those of its kind as they were when it was put, like the phrases.
  consequences TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(consequences)),
  position INTEGER NOT NULL,
  put_at TEXT NOT NULL,
  -- Put by mistake: it asks for nothing more, and is kept with the reason.
  withdrawn_at TEXT,
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  CHECK (objective_key IS NULL OR option_key IS NOT NULL),
  CHECK (option_key IS NULL OR joint_vote_id IS NOT NULL)
) STRICT;
CREATE INDEX question_by_joint_vote ON question (joint_vote_id) WHERE joint_vote_id IS NOT NULL;
CREATE INDEX question_by_item ON question (agenda_item_id, position);
CREATE INDEX question_by_proposal ON question (proposal_id);

-- A vote. It keeps the rule under which it was taken; the electorate is its positions.
-- A vote taken again supersedes the one before; nothing is deleted.
CREATE TABLE vote_round (
  id TEXT PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES question (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  rule TEXT NOT NULL CHECK (json_valid(rule)),
  method TEXT NOT NULL CHECK (method IN ('roll-call', 'by-exception', 'on-the-voices', 'written')),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'superseded')),
  is_indicative INTEGER NOT NULL DEFAULT 0 CHECK (is_indicative IN (0, 1)),
  quorum TEXT NOT NULL CHECK (json_valid(quorum)),
  -- What the chair declared on the voices, without names; the result is that word and no count.
  declared TEXT CHECK (declared IN ('carried', 'not-carried')),
  -- What the room's screen shows of its result: once it is determined, or as the secretary says.
  room_sees TEXT NOT NULL DEFAULT 'when-determined' CHECK (room_sees IN ('when-determined', 'result', 'nothing')),
  casting_vote TEXT CHECK (casting_vote IN ('for', 'against')),
  cast_by_id TEXT REFERENCES attendance (id),
  opened_at TEXT NOT NULL,
  -- Of a written resolution: the instant until which positions are taken.
  deadline TEXT,
  -- How the deadline was moved: [{ from, to, movedAt, reason }].
  deadline_moves TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(deadline_moves)),
  closed_at TEXT,
  superseded_at TEXT,
  superseded_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (question_id, number)
) STRICT;

CREATE TABLE position (
  id TEXT PRIMARY KEY,
  vote_round_id TEXT NOT NULL REFERENCES vote_round (id),
  seat_id TEXT NOT NULL REFERENCES seat (id),
  votes INTEGER NOT NULL CHECK (votes >= 1),
  value TEXT NOT NULL CHECK (value IN ('for', 'against', 'abstain', 'none', 'not-present', 'recused', 'not-entitled', 'pending', 'unnamed')),
  -- In a vote by preference, where the value is for: the key of the option that is named.
  option_key TEXT,
  cast_by_id TEXT REFERENCES attendance (id),
  basis TEXT NOT NULL CHECK (basis IN ('member', 'alternate', 'carried', 'written', 'nobody')),
  recorded_at TEXT NOT NULL,
  UNIQUE (vote_round_id, seat_id),
  CHECK (option_key IS NULL OR value = 'for')
) STRICT;
CREATE INDEX position_by_seat ON position (seat_id);
CREATE INDEX position_by_attendance ON position (cast_by_id);

CREATE TABLE position_correction (
  id TEXT PRIMARY KEY,
  position_id TEXT NOT NULL REFERENCES position (id),
  old_value TEXT NOT NULL,
  new_value TEXT NOT NULL,
  old_option_key TEXT,
  new_option_key TEXT,
  recorded_at TEXT NOT NULL,
  corrected_at TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX position_correction_by_position ON position_correction (position_id, corrected_at);

-- A position that an absent member sent beforehand, for one kind of question or, with an empty key, for any that is
-- put on the item; likewise for one option or for all. It is held until then; whether a vote counts it is read from
-- the positions. The options may not be put yet: the key is made from what the letter calls its option.
CREATE TABLE written_position (
  id TEXT PRIMARY KEY,
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  seat_id TEXT NOT NULL REFERENCES seat (id),
  kind_key TEXT NOT NULL DEFAULT '',
  option_key TEXT NOT NULL DEFAULT '',
  option_label TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL CHECK (value IN ('for', 'against', 'abstain')),
  received_at TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  withdrawn_at TEXT
) STRICT;
CREATE INDEX written_position_by_item ON written_position (agenda_item_id);
CREATE INDEX written_position_by_seat ON written_position (seat_id);
-- One that stands for a seat, a kind of question and an option: a later one takes the place of the one before.
CREATE UNIQUE INDEX written_position_that_stands ON written_position (agenda_item_id, seat_id, kind_key, option_key)
  WHERE withdrawn_at IS NULL;

CREATE TABLE determination (
  id TEXT PRIMARY KEY,
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  question_id TEXT REFERENCES question (id),
  vote_round_id TEXT REFERENCES vote_round (id),
  proposal_id TEXT REFERENCES proposal (id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  composed_text TEXT NOT NULL DEFAULT '',
  parameters TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(parameters)),
  decision_maker TEXT NOT NULL DEFAULT 'body' CHECK (decision_maker IN ('body', 'authority', 'view')),
  -- What it changed for the proposal, with the counting of its dates and the calendar's version.
  consequences TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(consequences)),
  -- What stood in the register before it changed it, and what it put there, so that it can be taken back.
  moves TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(moves)),
  -- The written resolution that it ratifies.
  ratifies_question_id TEXT REFERENCES question (id),
  written_at TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX determination_by_ratified ON determination (ratifies_question_id) WHERE ratifies_question_id IS NOT NULL;
CREATE INDEX determination_by_item ON determination (agenda_item_id, position);
CREATE INDEX determination_by_question ON determination (question_id);
CREATE INDEX determination_by_round ON determination (vote_round_id);
CREATE INDEX determination_by_proposal ON determination (proposal_id);

-- ---------------------------------------------------------------- actions

CREATE TABLE action (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  meeting_id TEXT REFERENCES meeting (id),
  agenda_item_id TEXT REFERENCES agenda_item (id),
  proposal_id TEXT REFERENCES proposal (id),
  reference TEXT NOT NULL,
  year INTEGER NOT NULL,
  text TEXT NOT NULL,
  raised_on TEXT NOT NULL,
  due_on TEXT,
  due_meeting TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('open', 'carried-forward', 'closed', 'withdrawn')),
  closed_on TEXT,
  closed_meeting_id TEXT REFERENCES meeting (id),
  UNIQUE (body_id, reference, year),
  CHECK ((status IN ('closed', 'withdrawn')) = (closed_on IS NOT NULL))
) STRICT;
CREATE INDEX action_by_status ON action (status, due_on);
CREATE INDEX action_by_meeting ON action (meeting_id);
CREATE INDEX action_by_closing ON action (closed_meeting_id);
CREATE INDEX action_by_item ON action (agenda_item_id);
CREATE INDEX action_by_proposal ON action (proposal_id);

CREATE TABLE action_owner (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES action (id),
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (action_id, name)
) STRICT;
CREATE INDEX action_owner_by_person ON action_owner (person_id);

CREATE TABLE action_update (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES action (id),
  meeting_id TEXT REFERENCES meeting (id),
  made_on TEXT NOT NULL,
  made_at TEXT NOT NULL,
  text TEXT NOT NULL,
  status_after TEXT NOT NULL CHECK (status_after IN ('open', 'carried-forward', 'closed', 'withdrawn'))
) STRICT;
CREATE INDEX action_update_by_action ON action_update (action_id, made_at);
CREATE INDEX action_update_by_meeting ON action_update (meeting_id);

-- ---------------------------------------------------------------- minutes

-- The record of a closed meeting as it stood: every document of that meeting is written from it.

CREATE TABLE minutes_version (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  version TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'approved', 'corrected')),
  record TEXT NOT NULL CHECK (json_valid(record)),
  record_hash TEXT NOT NULL,
  made_at TEXT NOT NULL,
  approved_at_meeting_id TEXT REFERENCES meeting (id),
  changes TEXT NOT NULL DEFAULT '',
  UNIQUE (meeting_id, version)
) STRICT;
CREATE INDEX minutes_version_by_approval ON minutes_version (approved_at_meeting_id);
