/** Lets the browser fetch a file that a host without dialogs of its own hands over. */
export function fetchFile(href: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}
