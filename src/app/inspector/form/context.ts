import { createContext, useContext } from 'react';
import type { ObjectField, Resource } from '../../../istio/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import type { ProblemIndex } from '../model/problems.ts';
import type { Cell } from './cell.ts';

/** A wish to bring a place of the resource into view. `serial` tells one wish from the next for the same place. */
export interface Reveal {
  readonly path: Path;
  readonly serial: number;
}

/** Where the picker of fields hangs, and what it offers: fields inside `within`. */
export interface PickerPlace {
  readonly within: Path;
  readonly anchor: HTMLElement;
}

/** What every part of one resource's form shares. The object stays the same while the form is mounted. */
export interface FormModel {
  readonly schema: ObjectField;
  /** The element that scrolls, once it is there. */
  readonly root: Cell<HTMLElement | null>;
  /** The resource as it is now. */
  resource(): Resource;
  /** Applies an operation; the sentence that says why not if it was refused. */
  operate(operation: Operation, mark?: string): string | null;
  set(path: Path, value: YamlValue, mark?: string): string | null;
  /** The marks under which a union changed its branch: those steps are more than one value. */
  readonly swapped: Set<string>;
  /** Removes a field together with parents that would be left empty: below `keep`, and above it those that this form made. */
  remove(path: Path, keep?: Path, mark?: string): string | null;
  /** Removes an item of a list; destinations that share traffic by weight take over its share. */
  removeItem(path: Path, keep?: Path): string | null;
  /** Puts a copy behind an item; destinations that share traffic by weight halve the share. */
  duplicateItem(path: Path): string | null;
  /** Gives a key another name where it stands, and then another value if one is given. */
  rename(path: Path, key: string, value?: YamlValue, mark?: string): string | null;
  endMark(): void;
  cancelMark(mark: string): void;
  /** Fields that are shown though nothing is written, by path key. */
  readonly opened: Cell<ReadonlySet<string>>;
  /** Shows a place though nothing is written there, in the branch of its union. */
  open(path: Path): void;
  close(path: Path): void;
  /** The branch chosen in a union whose YAML does not say so yet, by the key of union and place. */
  readonly branches: Cell<ReadonlyMap<string, string>>;
  /** Which cards are open, by path key, and how far down the form is scrolled: for when it is drawn again. */
  readonly cards: Map<string, boolean>;
  scrolled: number;
  /** What stood in the branches that were left, and what was typed and never valid, by path key. */
  readonly kept: Map<string, YamlValue>;
  readonly drafts: Map<string, { readonly text: string; readonly base: YamlValue | undefined }>;
  readonly problems: Cell<ProblemIndex>;
  readonly troubled: Cell<ReadonlySet<string>>;
  readonly revealed: Cell<Reveal | null>;
  /** Brings a place into view; with `focus`, puts the keyboard there: on its first input, or on the handle of its card. */
  reveal(path: Path, focus?: 'input' | 'handle'): void;
  /** The place whose path and sentence stand at the foot of the form. */
  readonly hinted: Cell<Path | null>;
  readonly picker: Cell<PickerPlace | null>;
  /** The words that the picture uses for rules, subsets and ports, by path key. */
  readonly rowLabels: Cell<ReadonlyMap<string, string>>;
  readonly announcement: Cell<string>;
}

export const FormContext = createContext<FormModel | null>(null);
/** The document is broken: everything can be looked at, nothing can be changed. */
export const LockedContext = createContext(false);

export function useForm(): FormModel {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field needs a Form around it');
  return form;
}

export function useLocked(): boolean {
  return useContext(LockedContext);
}
