import { describe, expect, it } from 'vitest'
import { cleanPath, folderOf, inFolder, shortPath } from '../../../renderer/book/path-words.ts'

describe('paths in the page’s own dialogs', () => {
  it.each([
    ['/home/anna/panel.panelbook', '/home/anna'],
    ['C:\\Users\\Anna\\panel.panelbook', 'C:\\Users\\Anna'],
    ['\\\\server\\share\\x.panelbook', '\\\\server\\share'],
    ['/panel.panelbook', '/'],
    ['panel.panelbook', ''],
  ])('%s lies in %s', (path, folder) => {
    expect(folderOf(path)).toBe(folder)
  })

  it('joins with the separator that the folder is written with', () => {
    expect(inFolder('/home/anna', 'x')).toBe('/home/anna/x')
    expect(inFolder('C:\\Users', 'x')).toBe('C:\\Users\\x')
    expect(inFolder('/', 'x')).toBe('/x')
    expect(inFolder('', 'x')).toBe('x')
  })

  it.each([
    ['"C:\\My Books\\x.panelbook"', 'C:\\My Books\\x.panelbook'],
    ["  '/a b/c' \n", '/a b/c'],
    ['/a"b', '/a"b'],
    ['"', '"'],
    ['   ', ''],
  ])('takes %j as %j', (pasted, path) => {
    expect(cleanPath(pasted)).toBe(path)
  })

  it('shows the end of a long path and a short one whole', () => {
    expect(shortPath('/home/anna/.local/share/panelbook/books/unc')).toBe('…/panelbook/books/unc')
    expect(shortPath('/home/anna')).toBe('/home/anna')
    expect(shortPath('C:\\Users\\Anna\\Documents\\Panels\\UNC')).toBe('…\\Documents\\Panels\\UNC')
  })
})
