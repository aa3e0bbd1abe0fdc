import type { FolderQuestion } from '../../session/index.ts';
import { mergedPart, mergedText, mergeParts, type MergeChoice, type MergePart } from '../../text/index.ts';

/** A question with what is here now, as it is put to a person. */
export interface Decision extends FolderQuestion {
  readonly mine: string | null;
  /** Where both have a text: its stretches; those on which they disagree want a choice each. */
  readonly parts: readonly MergePart[];
}

/** More disagreements in one file than anybody decides one by one: then the files are chosen whole. */
const MOST_PARTS = 20;

export function decisionOf(question: FolderQuestion, mine: string | null): Decision {
  const { base, theirs } = question;
  if (mine === null || theirs === null) return { ...question, mine, parts: [] };
  const parts = mergeParts(base ?? '', mine, theirs);
  const open = parts.filter((part) => mergedPart(part) === null).length;
  // None: put together it could not be read, so that one of the two has to be taken as it is.
  const whole = open === 0 || open > MOST_PARTS;
  return { ...question, mine, parts: whole ? [{ base: base ?? '', mine, theirs }] : parts };
}

/** The stretches that want a choice; where one side has no file at all, the file itself. */
export const choicesWanted = ({ parts }: Pick<Decision, 'parts'>): number =>
  parts.length === 0 ? 1 : parts.filter((part) => isOpen(part, parts)).length;

/**
 * What each choice is about, by what it says and not by where it stands: while one decides, the files may change on, and a
 * choice counts only as long as both sides are what the person saw.
 */
export function choiceKeys(decision: Decision): readonly string[] {
  const { path, mine, theirs, parts } = decision;
  if (parts.length === 0) return [JSON.stringify([path, mine, theirs])];
  const seen = new Map<string, number>();
  return parts
    .filter((part) => isOpen(part, parts))
    .map((part) => {
      const said = JSON.stringify([path, part.base, part.mine, part.theirs]);
      const nth = seen.get(said) ?? 0;
      seen.set(said, nth + 1);
      return nth === 0 ? said : `${said} ${nth}`;
    });
}

/** One whole file is open even where it could be put together. */
export const isOpen = (part: MergePart, all: readonly MergePart[]): boolean =>
  all.length === 1 || mergedPart(part) === null;

/** The text that follows from the choices, null for no file; undefined while one is missing. */
export function outcomeOf(
  { mine, theirs, parts }: Decision,
  choices: readonly (MergeChoice | undefined)[],
): string | null | undefined {
  const [first] = choices;
  if (parts.length === 0) return first === undefined ? undefined : first === 'mine' ? mine : theirs;
  const made = choices.filter((choice) => choice !== undefined);
  if (made.length < choicesWanted({ parts })) return undefined;
  const [whole] = parts;
  if (parts.length === 1 && whole && first !== undefined && first !== 'both') return whole[first];
  return mergedText(parts, made) ?? undefined;
}
