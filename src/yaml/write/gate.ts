import { applyEdits, composeEdits } from '../../text/index.ts';
import { nodeAt } from '../find.ts';
import { locate } from '../locate.ts';
import { parseDocument } from '../parse.ts';
import { formatPath } from '../path.ts';
import { RefusedError } from '../refused.ts';
import type { Path, YamlNode, YamlValue } from '../types.ts';
import type { DocumentEdit } from './edits.ts';
import { emitDocument } from './emit-document.ts';
import { equalValues } from './equal.ts';
import { intendedValue } from './intended.ts';
import { firstEol } from './lines.ts';
import { partsOf } from './parts.ts';
import { planInsertItem } from './plan-insert.ts';
import { planMove } from './plan-move.ts';
import { planRemove } from './plan-remove.ts';
import { planRenameKey } from './plan-rename.ts';
import { planReplace } from './plan-replace.ts';
import type { Candidate } from './plan-scalar.ts';
import { isInFlow, planSet } from './plan-set.ts';
import { goRefusesInFlow, readsDifferently } from './readings.ts';
import { detectStyle } from './style.ts';
import { deepest, refuseAliases, type Target } from './target.ts';
import { endsAmbiguously, firstThatSays, says, type EditedDocument } from './tried.ts';
import { planAsWritten } from './written.ts';

function candidatesFor(target: Target, edit: DocumentEdit): Candidate[] {
  switch (edit.kind) {
    case 'set':
      return planSet(target, edit.path, edit.value, edit.order);
    case 'remove':
      return planRemove(target, edit.path, edit.comments);
    case 'move':
      return planMove(target, edit.path, edit.from, edit.to);
    case 'rename-key':
      return planRenameKey(target, edit.path, edit.key);
    case 'insert': {
      refuseAliases(target, [...edit.path, edit.index]);
      const list = nodeAt(target.root, edit.path);
      if (list?.kind === 'list' && list.items.length)
        return planInsertItem(target, list, edit.index, edit.value);
      return planSet(target, edit.path, [edit.value]);
    }
  }
}

/** A file without a last line break gets none, unless what is written needs it. */
function withoutNewBreak(text: string, edited: EditedDocument, intended: YamlValue): EditedDocument {
  const added = text.endsWith('\n') ? undefined : /\r?\n$/.exec(edited.text);
  if (!added) return edited;
  const cut = [{ from: added.index, to: edited.text.length, insert: '' }];
  const after = applyEdits(edited.text, cut);
  if (!says(after, intended) || endsAmbiguously(after)) return edited;
  return { edits: composeEdits(text.length, edited.edits, cut), text: after };
}

function valueAt(value: YamlValue, path: Path): YamlValue | undefined {
  return path.reduce<YamlValue | undefined>((at, step) => {
    return typeof at === 'object' && at !== null
      ? (at as Record<string | number, YamlValue>)[step]
      : undefined;
  }, value);
}

/**
 * The last resort: the smallest enclosing value is written anew, or a larger one around it while that is in `{}` or `[]`
 * too, where that loses no comment, anchor or alias.
 */
function* rewritten(target: Target, path: Path, intended: YamlValue): Generator<Candidate> {
  for (let { depth } = deepest(target.root, path.slice(0, -1)); depth > 0; depth--) {
    const here = path.slice(0, depth);
    const node = nodeAt(target.root, here);
    if (!node || /(?:^|\s)(?:#|[&*][^\s,[\]{}]+)/m.test(target.text.slice(node.from, node.to))) return;
    const value = valueAt(intended, here);
    if (value !== undefined) yield* planReplace(target, here, node, value, isInFlow(target.root, here));
    if (!node.flow) return;
  }
}

function refuse(target: Target, edit: DocumentEdit): RefusedError {
  const anchors = edit.path.flatMap(
    (_, depth) => nodeAt(target.root, edit.path.slice(0, depth + 1))?.anchor ?? [],
  );
  if (anchors.length) {
    return new RefusedError(
      'alias',
      `${formatPath(edit.path)} stands under the anchor &${anchors[0]}, and other places of this document use it: they would change too. Edit it in the YAML if that is meant.`,
    );
  }
  const parent = nodeAt(target.root, edit.path.slice(0, -1));
  if (edit.kind === 'remove' && parent?.kind === 'map' && parent.entries.some(({ key }) => key === '<<')) {
    return new RefusedError(
      'merge',
      `${formatPath(edit.path)} cannot be removed: the merge key << beside it would bring back the value that it hides. Edit the anchor that << names, or write the fields out here.`,
    );
  }
  return new RefusedError(
    'unsafe',
    `${formatPath(edit.path) || 'This document'} cannot be changed here without risk to the text around it, so nothing was changed. Edit it in the YAML.`,
  );
}

/** Each part of a new map or list on its own, so that what stays the same keeps its comments and its layout. */
function editByParts(
  text: string,
  value: YamlValue,
  edit: DocumentEdit,
  intended: YamlValue,
): EditedDocument | null {
  const parts = partsOf(value, edit);
  if (!parts) return null;
  let current: EditedDocument = { edits: [], text };
  try {
    for (const part of parts) {
      const next = editDocument(current.text, part);
      current = { edits: composeEdits(text.length, current.edits, next.edits), text: next.text };
    }
  } catch (error) {
    if (error instanceof RefusedError) return null;
    throw error;
  }
  return says(current.text, intended) ? current : null;
}

/** Writes the first value of a document that has none yet, behind its comments and before its `...`. */
function fill(text: string, intended: YamlValue): EditedDocument {
  const written = emitDocument(intended, detectStyle(text, undefined));
  const end = /^\.\.\.(?=[ \t\r\n]|$)/m.exec(text)?.index ?? text.length;
  const unfinished = /[^\n\ufeff]$/.test(text.slice(0, end));
  const insert = (unfinished ? firstEol(text) : '') + written;
  const done = firstThatSays(text, [[{ from: end, to: end, insert }]], intended);
  if (done) return done;
  throw new RefusedError(
    'unsafe',
    'This document is empty in a way that leaves no place to write. Edit it in the YAML.',
  );
}

/** Whether the text that an edit writes stands there already, in a way that other readers take for something else. */
export function isReadOtherwise(text: string, root: YamlNode, edit: DocumentEdit): boolean {
  if (edit.kind !== 'set' || typeof edit.value !== 'string') return false;
  const node = nodeAt(root, edit.path);
  if (node?.kind !== 'scalar') return false;
  const source = text.slice(node.from, node.to);
  if (/^["']/.test(source)) return false;
  return readsDifferently(source) !== null || (isInFlow(root, edit.path) && goRefusesInFlow(source));
}

/**
 * The gate that every change of a document goes through: planned from places, applied, read again, and compared with what
 * was meant. `text` is one document's. Throws `RefusedError`, and nothing is changed, where no plan keeps everything else as it is.
 */
export function editDocument(text: string, edit: DocumentEdit): EditedDocument {
  const { value, problems } = parseDocument(text);
  const broken = problems[0];
  if (broken) {
    throw new RefusedError(
      'broken',
      `This document cannot be read as it is, so it is not edited: ${broken.message}`,
    );
  }
  const intended = intendedValue(value, edit);
  const root = locate(text);
  const nothingNew = value !== undefined && equalValues(value, intended) && edit.kind !== 'rename-key';
  if (nothingNew && !(root && isReadOtherwise(text, root, edit))) return { edits: [], text };
  if (!root || value === undefined) return fill(text, intended);
  const target: Target = { text, root, style: detectStyle(text, root) };
  const done =
    editByParts(text, value, edit, intended) ??
    firstThatSays(text, candidatesFor(target, edit), intended) ??
    firstThatSays(text, [...rewritten(target, edit.path, intended)], intended);
  if (!done) throw refuse(target, edit);
  if (edit.kind !== 'set' && edit.kind !== 'insert') return done;
  return withoutNewBreak(text, asWritten(text, done, edit, intended), intended);
}

/** The same, written as it is elsewhere, where it then says the same. */
function asWritten(
  text: string,
  done: EditedDocument,
  edit: DocumentEdit & { kind: 'set' | 'insert' },
  intended: YamlValue,
): EditedDocument {
  const path = edit.kind === 'insert' ? [...edit.path, edit.index] : edit.path;
  const plan = edit.as && planAsWritten(done.text, path, edit.as);
  const dressed = plan && firstThatSays(done.text, [plan], intended);
  if (!dressed) return done;
  return { edits: composeEdits(text.length, done.edits, dressed.edits), text: dressed.text };
}
