import type { Path, YamlValue } from '../../../yaml/index.ts';
import { isMap, pathKey, valueAt } from '../model/path.ts';

/** The objects and lists that came into the file only because something was written in them. */
export interface Made {
  /** Something is about to be written at a path of the resource: what is missing on the way there will be made. */
  note(resource: YamlValue, path: Path): void;
  /** What goes when `path` goes: with it, whatever was made for it and would be left empty. */
  emptiedBy(resource: YamlValue, path: Path): Path;
  /** Places have moved: what was known of them is not true any more. */
  forget(): void;
}

/**
 * An object that a person wrote may mean something even when it is empty (`outlierDetection: {}` turns it on), so it stays.
 * One that this form made on the way to a value was never meant by itself: it goes with the value, and the file is as it was.
 */
export function createMade(): Made {
  const made = new Set<string>();
  return {
    note(resource, path) {
      for (let length = path.length - 1; length > 0; length -= 1) {
        const parent = path.slice(0, length);
        if (valueAt(resource, parent) !== undefined) return;
        made.add(pathKey(parent));
      }
    },
    emptiedBy(resource, path) {
      let target = path;
      for (let parent = path.slice(0, -1); made.has(pathKey(parent)); parent = parent.slice(0, -1)) {
        if (!isAlone(valueAt(resource, parent))) break;
        target = parent;
      }
      return target;
    },
    forget: () => made.clear(),
  };
}

/** Holds one thing and nothing else. */
function isAlone(value: YamlValue | undefined): boolean {
  return isMap(value) ? Object.keys(value).length === 1 : Array.isArray(value) && value.length === 1;
}
