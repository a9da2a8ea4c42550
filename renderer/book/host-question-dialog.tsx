export function HostQuestionDialog() {
  return null
}
