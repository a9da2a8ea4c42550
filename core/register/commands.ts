import { badInput, PanelbookError } from '../contract/errors.ts'
import type { AllHandlers } from '../handler.ts'
import { dayInWords, monthInWords } from '../timetable/day-in-words.ts'
import { requireCode, requireStage } from './code-stages.ts'
import { lastStageChangeOn, moveProposal } from './move-proposal.ts'
import { readProposal, readProposalBrief } from './proposal-view.ts'
import { readRelease } from './release-view.ts'
import { readWorkgroup } from './workgroup-view.ts'
import { addProposal, changeProposal } from './write-proposal.ts'

export const registerCommands = {
  'proposal.add': (context, input) => {
    const proposal = readProposal(context.db, addProposal(context, input))
    context.summarise(`${proposal.reference} added`)
    return proposal
  },
  'proposal.change': (context, input) => {
    changeProposal(context, input)
    const proposal = readProposal(context.db, input.proposalId)
    context.summarise(`${proposal.reference} changed`)
    return proposal
  },
  'proposal.move-stage': (context, input) => {
    const { db } = context
    const { reference, code, stage, stageDetail } = readProposalBrief(db, input.proposalId)
    const target = requireStage(db, code.id, input.stage)
    if (stage.key === input.stage && stageDetail === input.stageDetail) {
      throw badInput('stage', `${reference} is at ${stage.name} already`)
    }
    const last = lastStageChangeOn({ db }, input.proposalId)
    if (last !== null && input.on < last) {
      throw badInput('on', `must not be before ${last}, the day on which ${reference} came to ${stage.name}`)
    }
    moveProposal(context, {
      proposalId: input.proposalId,
      stageKey: input.stage,
      stageDetail: input.stageDetail,
      on: input.on,
      reason: input.reason,
    })
    context.summarise(`${reference} moved to ${target.name}`)
    return readProposal(db, input.proposalId)
  },
  'proposal.add-assessment': ({ db, nextId, summarise }, input) => {
    const { reference } = readProposalBrief(db, input.proposalId)
    db.insert('assessment', {
      id: nextId(),
      proposal_id: input.proposalId,
      kind: input.kind,
      asked_of: input.askedOf,
      requested_on: input.requestedOn,
      originally_due_on: input.originallyDueOn ?? input.dueOn,
      due_on: input.dueOn ?? input.originallyDueOn,
      received_on: input.receivedOn,
      note: input.note,
    })
    summarise(`${input.kind} of ${reference} recorded`)
    return readProposal(db, input.proposalId)
  },
  'proposal.add-consultation': ({ db, nextId, summarise }, input) => {
    const { reference, consultationClosesOn } = readProposalBrief(db, input.proposalId)
    if (input.openedOn !== null && input.closesOn < input.openedOn) {
      throw badInput('closesOn', `must not be before it opened, ${input.openedOn}`)
    }
    db.insert('consultation', {
      id: nextId(),
      proposal_id: input.proposalId,
      name: input.name,
      opened_on: input.openedOn,
      closes_on: input.closesOn,
      note: input.note,
    })
    // The proposal's own date is that of its last consultation: agendas are filled by it.
    if (consultationClosesOn === null || consultationClosesOn < input.closesOn) {
      db.update('proposal', input.proposalId, { consultation_closes_on: input.closesOn })
    }
    summarise(`consultation on ${reference} recorded`)
    return readProposal(db, input.proposalId)
  },
  'workgroup.add': ({ db, nextId, summarise }, input) => {
    const code = requireCode(db, input.codeId)
    const other = db.get<{ short_name: string }>(
      'SELECT short_name FROM workgroup WHERE code_id = ? AND short_name = ? COLLATE NOCASE',
      code.id,
      input.shortName,
    )
    if (other !== undefined) {
      throw new PanelbookError(
        'already-exists',
        `The ${code.shortName} has a workgroup ${other.short_name} already.`,
      )
    }
    const id = nextId()
    const place = db.get<{ next: number }>(
      'SELECT coalesce(max(position) + 1, 0) AS next FROM workgroup WHERE code_id = ?',
      code.id,
    )
    db.insert('workgroup', {
      id,
      code_id: code.id,
      short_name: input.shortName,
      name: input.name,
      remit: input.remit,
      position: place?.next ?? 0,
    })
    summarise(`workgroup ${input.shortName} added`)
    return readWorkgroup(db, id)
  },
  'workgroup.record-meeting': ({ db, nextId, summarise }, input) => {
    const workgroup = readWorkgroup(db, input.workgroupId)
    if (input.heldOn !== null && !input.heldOn.startsWith(`${input.month}-`)) {
      throw badInput('heldOn', `must be a day of the month ${input.month}`)
    }
    const meetingId = nextId()
    db.insert('workgroup_meeting', {
      id: meetingId,
      workgroup_id: workgroup.id,
      month: input.month,
      held_on: input.heldOn,
      summary: input.summary,
    })
    input.outcomes.forEach((outcome, position) => {
      if (outcome.proposalId !== null) {
        const proposal = readProposalBrief(db, outcome.proposalId)
        if (proposal.code.id !== workgroup.codeId) {
          throw badInput(
            `outcomes.${position}.proposalId`,
            `${proposal.reference} is a proposal of another code`,
          )
        }
      }
      db.insert('workgroup_outcome', {
        id: nextId(),
        workgroup_meeting_id: meetingId,
        proposal_id: outcome.proposalId,
        text: outcome.text,
        position,
      })
    })
    summarise(
      input.heldOn === null
        ? `${workgroup.shortName} did not meet in ${monthInWords(input.month)}`
        : `${workgroup.shortName} met on ${dayInWords(input.heldOn)}`,
    )
    return readWorkgroup(db, workgroup.id)
  },
  'release.add': ({ db, nextId, summarise }, input) => {
    const code = requireCode(db, input.codeId)
    const other = db.get<{ name: string }>(
      'SELECT name FROM release WHERE code_id = ? AND name = ? COLLATE NOCASE',
      code.id,
      input.name,
    )
    if (other !== undefined) {
      throw new PanelbookError(
        'already-exists',
        `The ${code.shortName} has a release called ${other.name} already.`,
      )
    }
    const id = nextId()
    db.insert('release', {
      id,
      code_id: code.id,
      name: input.name,
      released_on: input.releasedOn,
      notes: input.notes,
    })
    input.directedChanges.forEach((change, position) => {
      db.insert('release_directed_change', { id: nextId(), release_id: id, ...change, position })
    })
    summarise(`release ${input.name} added`)
    return readRelease(db, id)
  },
  'code.add-update': ({ db, nextId, summarise }, input) => {
    const code = requireCode(db, input.codeId)
    const id = nextId()
    db.insert('code_update', {
      id,
      code_id: code.id,
      happened_on: input.happenedOn,
      title: input.title,
      text: input.text,
    })
    summarise(`update of the ${code.shortName} recorded: ${input.title}`)
    return { id }
  },
} satisfies Partial<AllHandlers>
