import { pointedAt } from './at.ts';
import type { LanguageContext } from './context.ts';
import { definitionsOf, meaningOf, referencesTo, type Place } from './meaning/index.ts';
import { locationIn, type Location } from './where.ts';

/** Where what is named at an offset is defined: the host, subset, port, gateway or delegate. Empty where nothing is. */
export function definition(context: LanguageContext, file: string, offset: number): readonly Location[] {
  const pointed = pointedAt(context, file, offset);
  const meaning = pointed && meaningOf(context.mesh, pointed);
  return meaning ? located(context, definitionsOf(context.mesh, meaning)) : [];
}

/** Every place of the workspace that names what is named at an offset; with `declaration`, also where it is defined. */
export function referencesAt(
  context: LanguageContext,
  file: string,
  offset: number,
  declaration: boolean,
): readonly Location[] {
  const pointed = pointedAt(context, file, offset);
  const meaning = pointed && meaningOf(context.mesh, pointed);
  if (!meaning) return [];
  const places = declaration ? definitionsOf(context.mesh, meaning) : [];
  return located(context, [...places, ...referencesTo(context.mesh, meaning)]);
}

function located(context: LanguageContext, places: readonly Place[]): Location[] {
  const found = new Map<string, Location>();
  for (const { resource, path } of places) {
    const location = locationIn(context, resource, path);
    if (location) found.set(`${location.file} ${location.from}`, location);
  }
  return [...found.values()];
}
