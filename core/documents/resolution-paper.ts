import type { MeetingRecord, RecordItem, RecordResolution } from '../minutes/record-types.ts'
import { capital } from '../sentence.ts'
import { frameDocument } from './document-frame.ts'
import { paperWords, titleOf } from './item-words.ts'
import { definitions, heading, pair, paragraph, type Block, type DocumentModel } from './model.ts'
import { noteBlocks } from './note-blocks.ts'
import { ratificationBlocks, toAnswerTable } from './resolution-blocks.ts'
import { momentWords, questionOf } from './resolution-frame.ts'
import { withStop } from './vote-words.ts'

/** A written resolution as it goes round: the question, how it is counted, until when it is answered, and by whom. */
export function resolutionPaper(
  record: MeetingRecord,
  resolution: RecordResolution,
  hash: string,
): DocumentModel {
  const options = { kind: 'agenda', name: 'Circulation', hasActualTimes: false, isBeforehand: true }
  const question = questionOf(record)
  const round = question?.rounds.at(-1)
  return frameDocument(record, hash, options, [
    ...record.items.flatMap(itemBlocks),
    ...(question === undefined || round === undefined
      ? []
      : [
          heading(2, 'The question'),
          paragraph('determination', question.text),
          definitions([
            pair('Answer by', momentWords(resolution.deadline)),
            pair('Rule', `${capital(round.ruleName)}.`),
            pair('Counting', withStop(round.ruleExplanation)),
          ]),
        ]),
    heading(1, 'Positions'),
    paragraph(
      'body',
      'Please answer for, against or abstain in writing by the deadline. A seat that has not answered by then counts against.',
    ),
    toAnswerTable(record),
    ...ratificationBlocks(record, resolution),
  ])
}

function itemBlocks(item: RecordItem): Block[] {
  const { proposal, papers, paragraphs } = item
  const pairs = [
    ...(proposal === null || proposal.proposer === '' ? [] : [pair('Proposer', proposal.proposer)]),
    ...(proposal === null
      ? []
      : [
          pair(
            'Stage',
            `${proposal.stage}${proposal.stageDetail === '' ? '' : ` (${proposal.stageDetail})`}`,
          ),
        ]),
    ...papers.map((paper) => pair('Paper', paperWords(paper))),
  ]
  return [
    heading(1, titleOf(item)),
    ...(pairs.length === 0 ? [] : [definitions(pairs)]),
    ...paragraphs.flatMap(({ text }) => noteBlocks(text, null)),
  ]
}
