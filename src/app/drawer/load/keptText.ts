import { splitDocuments } from '../../../yaml/index.ts';

/** A scenario within its file. */
export interface KeptText {
  readonly text: string;
  /** Where it begins in the file. */
  readonly from: number;
}

/** The scenario that a file holds: its first document that says something, so that what stands before it is no part of it. */
export function scenarioIn(file: string): KeptText {
  const documents = splitDocuments(file);
  const said = documents.find(({ text }) => /^[^#\s-]|^-[^-]/m.test(text)) ?? documents[0];
  return said ? { text: said.text, from: said.from } : { text: file, from: 0 };
}
