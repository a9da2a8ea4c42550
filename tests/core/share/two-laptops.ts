import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from '../../support/temp-folder.ts'
import { makeLaptop, type Laptop } from '../book/laptop.ts'

/** Two laptops and one shared folder. */
export function twoLaptops(): { share: string; ours: Laptop; theirs: Laptop } {
  const share = join(tempFolder(), 'the share (“UNC”)')
  mkdirSync(share)
  return {
    share,
    ours: makeLaptop({ data: tempFolder(), share, person: 'EF' }),
    theirs: makeLaptop({ data: tempFolder(), share, person: 'AF' }),
  }
}

export async function relations(laptop: Laptop): Promise<string[]> {
  return (await laptop.must('snapshot.list', {})).snapshots.map(({ relation }) => relation)
}
