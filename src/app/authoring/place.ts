/** What of which pack was shown on this tab. */
export interface AuthorPlace {
  readonly id: string;
  readonly path: string | null;
  readonly step: number;
}

const KEY = 'meshwright-writing-at';

export function rememberPlace(place: AuthorPlace): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // The pack used last opens then, at its beginning.
  }
}

export function recallPlace(): AuthorPlace | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<AuthorPlace> | null;
    return kept && typeof kept.id === 'string' && typeof kept.step === 'number'
      ? { id: kept.id, path: typeof kept.path === 'string' ? kept.path : null, step: kept.step }
      : null;
  } catch {
    return null;
  }
}
