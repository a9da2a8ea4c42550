/** The folder of a path, of this system or of Windows; empty where it has none. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return end <= 0 ? path.slice(0, end + 1) : path.slice(0, end)
}

/** A name in a folder, with the separator that the folder itself is written with. */
export function inFolder(folder: string, name: string): string {
  if (folder === '') return name
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.endsWith(separator) ? folder + name : folder + separator + name
}

/** The end of a long path, by which a person knows it: "…/panelbook/books/unc-panel". */
export function shortPath(path: string): string {
  const separator = path.includes('\\') && !path.includes('/') ? '\\' : '/'
  const parts = path.split(separator).filter((part) => part !== '')
  return parts.length <= 4 ? path : ['…', ...parts.slice(-3)].join(separator)
}

/** As it was pasted: without the blanks and quotation marks that a file manager puts around a path. */
export function cleanPath(path: string): string {
  return path.trim().replace(/^(["'])(.*)\1$/, '$2')
}
