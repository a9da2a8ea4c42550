import { textOf, type Run } from './model.ts'

const rightToLeft =
  /^\P{L}*(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether words are written from right to left: as their first letter is. */
export function isRightToLeft(runs: readonly Run[]): boolean {
  return rightToLeft.test(textOf(runs))
}
