import type { TextEdit } from './edit.ts';

/** A stretch of the result: copied from the original (`from`–`to`), or new. */
type Piece = { from: number; to: number } | { insert: string };

function piecesOf(length: number, edits: readonly TextEdit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, insert } of edits) {
    if (from > at) pieces.push({ from: at, to: from });
    if (insert) pieces.push({ insert });
    at = to;
  }
  if (at < length) pieces.push({ from: at, to: length });
  return pieces;
}

function sliceOf(piece: Piece, from: number, to: number): Piece {
  return 'insert' in piece
    ? { insert: piece.insert.slice(from, to) }
    : { from: piece.from + from, to: piece.from + to };
}

const lengthOf = (piece: Piece) => ('insert' in piece ? piece.insert.length : piece.to - piece.from);

/** One list of edits for two in a row: `second` speaks of the text after `first`. `length` is that of the text before both. */
export function composeEdits(
  length: number,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): TextEdit[] {
  const between = piecesOf(length, first);
  const total = between.reduce((sum, piece) => sum + lengthOf(piece), 0);
  const result: Piece[] = [];
  for (const piece of piecesOf(total, second)) {
    if ('insert' in piece) {
      result.push(piece);
      continue;
    }
    let at = 0;
    for (const part of between) {
      const from = Math.max(piece.from, at);
      const to = Math.min(piece.to, at + lengthOf(part));
      if (from < to) result.push(sliceOf(part, from - at, to - at));
      at += lengthOf(part);
    }
  }
  return editsOf(length, result);
}

function editsOf(length: number, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let insert = '';
  const flush = (to: number) => {
    if (insert || to > at) edits.push({ from: at, to, insert });
    insert = '';
  };
  for (const piece of pieces) {
    if ('insert' in piece) {
      insert += piece.insert;
    } else {
      flush(piece.from);
      at = piece.to;
    }
  }
  flush(length);
  return edits;
}
