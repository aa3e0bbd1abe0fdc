export { anchorsBefore } from './anchors.ts';
export { readLoosely } from './read.ts';
export { endOfLine, nextLine, skipBlanks } from './scan.ts';
export { holderAt, pathOf, textUnder } from './tree.ts';
export type {
  CaretPlace,
  Holder,
  LooseDocument,
  LooseEntry,
  LooseItem,
  LooseList,
  LooseMap,
  LooseNode,
  LooseScalar,
} from './tree.ts';
