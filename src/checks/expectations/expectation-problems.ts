import { isExpectationsFile } from '../../istio/index.ts';
import type { Operation } from '../../operations/index.ts';
import { readExpectations } from '../../traffic/index.ts';
import { ownFileProblems, type WrongWord } from '../own-file-problems.ts';

type Place = Omit<Operation & { kind: 'set-expectation' }, 'kind' | 'value'>;

/** Where a word stands within its expectation. */
function inExpectation({ path, ...at }: WrongWord, then: (place: Place) => Operation): Operation | undefined {
  const [list, index, ...rest] = path;
  return list === 'expectations' && typeof index === 'number'
    ? then({ ...at, index, path: rest })
    : undefined;
}

/** What a file of expectations says that is not read; none for other files. */
export const expectationProblems = ownFileProblems({
  code: 'MW4101',
  isOne: isExpectationsFile,
  objections: (value) => readExpectations(value).objections,
  renameKey: (at, key) => inExpectation(at, (place) => ({ kind: 'rename-expectation-key', ...place, key })),
  setValue: (at, value) => inExpectation(at, (place) => ({ kind: 'set-expectation', ...place, value })),
});
