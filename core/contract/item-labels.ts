/** "199.6 (a), (c)": the section is said once. */
export function itemLabels(labels: readonly string[]): string {
  let section = ''
  return labels
    .map((label) => {
      const [, under = '', letter = ''] = /^(.+) (\(.+\))$/.exec(label) ?? []
      const isUnderTheSame = under !== '' && under === section
      section = under
      return isUnderTheSame ? letter : label
    })
    .join(', ')
}
