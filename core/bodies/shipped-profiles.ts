import bscPanel from '../../resources/profiles/bsc-panel.json' with { type: 'json' }
import cuscPanel from '../../resources/profiles/cusc-panel.json' with { type: 'json' }
import dcusaPanel from '../../resources/profiles/dcusa-panel.json' with { type: 'json' }
import genericCommittee from '../../resources/profiles/generic-committee.json' with { type: 'json' }
import gridCodeReviewPanel from '../../resources/profiles/grid-code-review-panel.json' with { type: 'json' }
import igtUncPanel from '../../resources/profiles/igt-unc-panel.json' with { type: 'json' }
import recChangePanel from '../../resources/profiles/rec-change-panel.json' with { type: 'json' }
import secChangeBoard from '../../resources/profiles/sec-change-board.json' with { type: 'json' }
import secPanel from '../../resources/profiles/sec-panel.json' with { type: 'json' }
import uncModificationPanel from '../../resources/profiles/unc-modification-panel.json' with { type: 'json' }
import { badInput } from '../contract/errors.ts'
import { parseProfile, type Profile } from './profile.ts'

/** Imported rather than read, so that a bundled host carries them wherever it runs. A new profile is added here. */
const files: Record<string, unknown> = {
  'unc-modification-panel.json': uncModificationPanel,
  'sec-panel.json': secPanel,
  'sec-change-board.json': secChangeBoard,
  'bsc-panel.json': bscPanel,
  'cusc-panel.json': cuscPanel,
  'grid-code-review-panel.json': gridCodeReviewPanel,
  'dcusa-panel.json': dcusaPanel,
  'rec-change-panel.json': recChangePanel,
  'igt-unc-panel.json': igtUncPanel,
  'generic-committee.json': genericCommittee,
}

/**
 * Every shipped profile, in the order in which they are offered.
 * @throws PanelbookError `bad-input` naming the file and field where one does not fit.
 */
export function shippedProfiles(): Profile[] {
  return Object.entries(files).map(([fileName, content]) => parseProfile(fileName, content))
}

/** @throws PanelbookError `bad-input` when no such profile ships; the keys that do are named. */
export function shippedProfile(key: string): Profile {
  const fileName = `${key}.json`
  if (!Object.hasOwn(files, fileName)) {
    const keys = Object.keys(files).map((name) => name.replace(/\.json$/, ''))
    throw badInput('profile', `there is no such profile; there are ${keys.join(', ')}`)
  }
  return parseProfile(fileName, files[fileName])
}
