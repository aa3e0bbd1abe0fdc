import type { Answers, Option } from './types.ts';

/** The text that was answered, or what is most likely meant. */
export function textOf(given: Answers, key: string, otherwise = ''): string {
  const answer = given[key];
  return typeof answer === 'string' ? answer : otherwise;
}

/** The option that was chosen while it is still offered, or the first. */
export function chosenOf(
  given: Answers,
  key: string,
  options: readonly Option[],
  otherwise?: string,
): string {
  const answer = given[key];
  const offered = options.find(({ value }) => value === answer);
  return offered?.value ?? otherwise ?? options[0]?.value ?? '';
}

/** Those of the options that are ticked; until somebody says, these. */
export function tickedOf(
  given: Answers,
  key: string,
  options: readonly Option[],
  otherwise: readonly string[] = [],
): readonly string[] {
  const answer = given[key];
  const ticked = Array.isArray(answer) ? (answer as readonly string[]) : otherwise;
  return options.flatMap(({ value }) => (ticked.includes(value) ? [value] : []));
}

/** `yes` or `''`, as a question of kind `tick` holds it. */
export const isTicked = (given: Answers, key: string, otherwise = false): boolean =>
  textOf(given, key, otherwise ? 'yes' : '') === 'yes';
