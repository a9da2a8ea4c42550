import type { SubjectBook } from '../../support/subject-book.ts'

/** One panel with a meeting of three items, the third under the second, and two people of the same initials. */
export function writePanel(book: SubjectBook, pattern = '{short} {month}/{sequence:2}'): void {
  book.write((db) => {
    db.insert('code', { id: 'unc', short_name: 'UNC', name: 'Uniform Network Code', reference_digits: 4 })
    db.insert('stage', {
      id: 'open',
      code_id: 'unc',
      key: 'open',
      name: 'Workgroup',
      position: 1,
      is_open: 1,
    })
    db.insert('proposal', {
      id: 'p621',
      code_id: 'unc',
      reference: '0621A',
      reference_number: 621,
      reference_suffix: 'A',
      title: 'Amendments to Gas Transmission Charging',
      summary: 'Café prices and the long road to a transparent methodology.',
      stage_id: 'open',
    })
    db.insert('body', {
      id: 'panel',
      code_id: 'unc',
      kind: 'panel',
      name: 'Modification Panel',
      short_name: 'PAN',
      action_reference: pattern,
    })
    db.insert('body', { id: 'board', kind: 'change-board', name: 'Change Board', short_name: 'CB' })
    for (const [id, name, initials] of [
      ['ef', 'Erik F', 'EF'],
      ['af1', 'Anna F', 'AF'],
      ['af2', 'Arthur F', 'AF'],
    ] as const) {
      db.insert('person', { id, name, initials, organisation: 'Joint Office' })
    }
    db.insert('membership', { id: 'm1', body_id: 'panel', person_id: 'af1', role: 'observer' })
    db.insert('meeting', {
      id: 'm199',
      body_id: 'panel',
      number: '199',
      starts_on: '2016-12-15',
      ends_on: '2016-12-15',
      start_time: '10:30',
      end_time: '13:00',
      first_paragraph: 1228,
      state: 'open',
    })
    const item = (id: string, parent: string | null, position: number, title: string) =>
      db.insert('agenda_item', {
        id,
        meeting_id: 'm199',
        parent_id: parent,
        position,
        title,
        purpose: 'decision',
        proposal_id: id === 'i3' ? 'p621' : null,
      })
    item('i1', null, 1, 'Minutes')
    item('i2', null, 2, 'Reports')
    item('i3', 'i2', 1, 'Charging')
    item('i4', null, 3, 'Any other business')
  })
}
