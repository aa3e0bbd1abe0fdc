import type { Mesh } from '../../istio/index.ts';
import { addCanary } from './canary/canary.ts';
import { moveToFile } from './move-to-file.ts';
import type { RefactorAt, Refactoring } from './types.ts';

/** Every refactoring, as the dialog lists them. */
export const REFACTORINGS: readonly Refactoring[] = [moveToFile, addCanary];

/** Those that can be meant here. */
export const refactoringsAt = (mesh: Mesh, at: RefactorAt): readonly Refactoring[] =>
  REFACTORINGS.filter((refactoring) => refactoring.appliesTo(mesh, at));
