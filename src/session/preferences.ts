import type { Preferences } from './types.ts';

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  railOpen: true,
  drawerOpen: 'auto',
  drawerTab: 'problems',
  problemsBy: 'resource',
  inspectorOpen: true,
  lessonOpen: true,
  yamlOpen: true,
  plainHttpRead: false,
  rightTab: 'form',
  narrowPane: 'canvas',
  flow: 'auto',
  layouts: {},
};

const CHOICES = {
  theme: ['system', 'light', 'dark'],
  drawerOpen: [true, false, 'auto'],
  drawerTab: ['problems', 'send', 'load', 'changes', 'search'],
  problemsBy: ['resource', 'file', 'code'],
  rightTab: ['form', 'yaml'],
  narrowPane: ['rail', 'lesson', 'canvas', 'form', 'yaml', 'drawer'],
  flow: ['down', 'right', 'auto'],
} as const satisfies { [K in keyof Preferences]?: readonly Preferences[K][] };

/** Preferences out of storage. What an older or newer version wrote, or someone else, falls back to the default. */
export function readPreferences(stored: unknown): Preferences {
  if (!isRecord(stored)) return DEFAULT_PREFERENCES;
  const read: Record<string, unknown> = { ...DEFAULT_PREFERENCES };
  for (const [key, fallback] of Object.entries(DEFAULT_PREFERENCES)) {
    const value = stored[key];
    if (typeof fallback === 'boolean' && typeof value === 'boolean') read[key] = value;
    const choices: readonly unknown[] = CHOICES[key as keyof typeof CHOICES] ?? [];
    if (choices.includes(value)) read[key] = value;
  }
  read['layouts'] = readLayouts(stored['layouts']);
  return read as unknown as Preferences;
}

function readLayouts(stored: unknown): Preferences['layouts'] {
  if (!isRecord(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([, sizes]) => isRecord(sizes) && Object.values(sizes).every((size) => Number.isFinite(size)),
    ),
  ) as Preferences['layouts'];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
