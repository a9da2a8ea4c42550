import { closedConsultations } from './consultations.ts'
import { earlierItems } from './earlier-items.ts'
import { earlierMinutes } from './earlier-minutes.ts'
import type { Source } from './filling.ts'
import { openActions } from './open-actions.ts'
import { newProposals, urgentProposals, variationRequests } from './proposals.ts'
import { lateAssessments, missedReports, workgroupReports } from './reports.ts'
import { writtenResolutions } from './written-resolutions.ts'

/**
 * Where something can wait for a meeting, one source each. Where several find the same proposal, the first of them
 * says what kind of item it becomes, and all of them say why.
 */
export const sources: readonly Source[] = [
  earlierMinutes,
  writtenResolutions,
  openActions,
  urgentProposals,
  newProposals,
  variationRequests,
  workgroupReports,
  closedConsultations,
  missedReports,
  lateAssessments,
  earlierItems,
]
