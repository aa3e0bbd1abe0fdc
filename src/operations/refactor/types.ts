import type { Mesh, ResourceId } from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import type { Draft } from '../draft.ts';
import type { InSteps } from '../in-steps.ts';
import type { Outcome } from '../perform.ts';
import type { OperationContext, Plan } from '../types.ts';

/**
 * A change of many places at once that keeps, as far as it can be kept, what the files mean. It is asked for somewhere, asks a
 * few questions, and is shown before it is done: what would be written, and what becomes of problems and requests.
 *
 * To add one:
 * 1. Write it in a file of its own in this folder: a `const` of this type.
 * 2. Name it in `all.ts`; the page has it then, in menus and palette, with fields for its questions and the preview.
 * 3. Hold by tests what it promises of requests (`traffic/`), and by golden texts what it leaves as written; `refactor.testkit.ts` helps.
 */
export interface Refactoring {
  readonly id: string;
  /** As a menu says it: `Move to another file`. */
  readonly title: string;
  /** One sentence: what it does, and what stays. */
  readonly words: string;
  /** Whether it can be meant here. Asked for every one when a menu opens, so it looks at little. */
  readonly appliesTo: (mesh: Mesh, at: RefactorAt) => boolean;
  /** What it has to know, given what was answered so far; each question says how it stands now. */
  readonly questions: (context: OperationContext, at: RefactorAt, given: Answers) => readonly Question[];
  /**
   * Does it to a draft, in steps where there may be much to change. All questions are answered. Throws `RefusedError`, with a
   * sentence for the person.
   */
  readonly perform: (draft: Draft, at: RefactorAt, answers: Answers) => Refactored | InSteps<Refactored>;
}

/** Where it is asked for: a resource, and a place inside it; without a resource, in a namespace or the workspace as a whole. */
export interface RefactorAt {
  readonly resource?: ResourceId | undefined;
  readonly path?: Path | undefined;
  readonly namespace?: string | undefined;
}

/** `yes` and `''` for a question that is ticked or not; of several that are ticked, their values. */
export type Answer = string | readonly string[];

/** What was answered, by the question's key. */
export type Answers = Readonly<Record<string, Answer>>;

export interface Option {
  readonly value: string;
  readonly title: string;
  /** What choosing it means. */
  readonly words?: string | undefined;
}

interface Asked {
  readonly key: string;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Why it cannot be as it is answered. */
  readonly objection?: string | undefined;
}

/** A small field. `value` is how it stands: as given, or what is most likely meant. */
export type Question =
  | (Asked & {
      readonly kind: 'text';
      readonly value: string;
      /** What may be meant; any other text is as good. */
      readonly suggestions?: readonly { readonly value: string; readonly note?: string }[] | undefined;
    })
  | (Asked & {
      readonly kind: 'number';
      readonly value: string;
      readonly least: number;
      readonly most: number;
    })
  /** One of these; with few of them, or with words, they stand below one another. */
  | (Asked & { readonly kind: 'choice'; readonly value: string; readonly options: readonly Option[] })
  /** Any of these. */
  | (Asked & {
      readonly kind: 'some';
      readonly value: readonly string[];
      readonly options: readonly Option[];
    })
  /** `yes`, or `''`. */
  | (Asked & { readonly kind: 'tick'; readonly value: string });

/** What was done. */
export interface Refactored extends Outcome {
  /** What could not be kept, or has to be seen to by hand, in sentences. */
  readonly warnings: readonly string[];
  /** Names of destinations and what they are called now: a request that goes to one by its new name goes where it went. */
  readonly renamed?: Readonly<Record<string, string>> | undefined;
  /** Resources that give way to something that traffic is not followed through: what they served is not known to be served. */
  readonly unfollowed?: readonly ResourceId[] | undefined;
}

/** A refactoring as changes to files, not applied yet. */
export interface RefactorPlan extends Plan, Pick<Refactored, 'warnings' | 'renamed' | 'unfollowed'> {
  /** The files as they would be, and their mesh. */
  readonly after: OperationContext;
}
