import { describe, expect, test } from 'vitest'
import {
  formatReference,
  isPrefixOf,
  isSameButForMarkers,
  normaliseReference,
  parseReference,
  readSuffix,
} from '../../../core/register/reference.ts'

const sec = { shortName: 'SEC', referencePrefix: 'SECMP', referenceDigits: 4 }
const unc = { shortName: 'UNC', referencePrefix: '', referenceDigits: 4 }

describe('a reference in any spelling', () => {
  test.each([
    ['SECMP0025', sec, 'SECMP0025'],
    ['SECMP-25', sec, 'SECMP0025'],
    ['SECMP25', sec, 'SECMP0025'],
    ['SECMP 25', sec, 'SECMP0025'],
    ['secmp025', sec, 'SECMP0025'],
    ['SEC MP 25', sec, 'SECMP0025'],
    ['SEC 25', sec, 'SECMP0025'],
    ['0025', sec, 'SECMP0025'],
    ['25', sec, 'SECMP0025'],
    ['  25 ', sec, 'SECMP0025'],
    ['２５', sec, 'SECMP0025'],
    ['12345', sec, 'SECMP12345'],
    ['DP123', sec, 'DP123'],
    ['UNC 0621', unc, '0621'],
    ['UNC0621A', unc, '0621A'],
    ['UNC Modification 0621', unc, '0621'],
    ['Modification 0621', unc, '0621'],
    ['MOD-621', unc, '0621'],
    ['0621a', unc, '0621A'],
    ['0621 AV', unc, '0621AV'],
    ['0621-A', unc, '0621A'],
    ['0600S', unc, '0600S'],
    ['0594FT', unc, '0594FT'],
    ['0594R', unc, '0594R'],
    ['0621XQ9', unc, '0621XQ9'],
  ])('%s is %s%s', (written, spelling, expected) => {
    expect(normaliseReference(written, spelling)).toBe(expected)
  })

  test('without a number there is nothing to parse', () => {
    for (const written of ['', 'AOB', 'SECMP', '---']) expect(parseReference(written)).toBeUndefined()
  })

  test('an unknown suffix is kept, spelling apart', () => {
    expect(parseReference('0621 (Urgent)')).toEqual({ prefix: '', number: 621, suffix: 'URGENT' })
  })

  test('a prefix of another code does not mean this one', () => {
    expect(isPrefixOf('SECMP', unc)).toBe(false)
    expect(isPrefixOf('UNC', sec)).toBe(false)
    expect(isPrefixOf('SE', sec)).toBe(false)
    expect(isPrefixOf('MP', sec)).toBe(false)
  })

  test('is filled to the digits of the code and never cut', () => {
    expect(formatReference({ prefix: '', number: 7, suffix: 'A' }, unc)).toBe('0007A')
    expect(formatReference({ prefix: '', number: 123456, suffix: '' }, unc)).toBe('123456')
  })
})

describe('a UNC suffix', () => {
  test.each([
    ['', '', ''],
    ['A', 'A', ''],
    ['B', 'B', ''],
    ['F', 'F', ''],
    ['S', '', 'S'],
    ['V', '', 'V'],
    ['R', '', 'R'],
    ['FT', '', 'FT'],
    ['AV', 'A', 'V'],
    ['BS', 'B', 'S'],
    ['ASV', 'A', 'SV'],
    ['SV', '', 'SV'],
    ['FTV', '', 'FTV'],
    ['AFT', 'A', 'FT'],
  ])('%j: alternative %j, markers %j', (suffix, alternative, markers) => {
    expect(readSuffix(suffix)).toEqual({
      alternative,
      isSelfGovernance: markers.includes('S'),
      isFastTrack: markers.includes('FT'),
      isVaried: markers.includes('V'),
      isRequest: markers.includes('R'),
      unknown: '',
    })
  })

  test.each(['AA', 'X9', 'URGENT', 'VA'])('%s is kept as it is', (suffix) => {
    expect(readSuffix(suffix)).toMatchObject({ alternative: '', unknown: suffix, isVaried: false })
  })
})

test.each([
  ['0600', '0600S', true],
  ['0621A', '0621AV', true],
  ['0621', '0621A', false],
  ['0621', '0622', false],
  ['0621', '0621XQ9', false],
])('%s and %s are the same but for markers: %s', (left, right, expected) => {
  expect(isSameButForMarkers(parseReference(left)!, parseReference(right)!)).toBe(expected)
})
