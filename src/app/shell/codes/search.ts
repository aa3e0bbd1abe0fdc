import { codeInfo, CODES, isCode, type Code } from '../../../checks/index.ts';

const ALL = Object.keys(CODES).filter(isCode).toSorted();

/** Codes as people look for them: by ours, by that of another tool, or by words. All words must occur; codes and titles first. */
export function searchCodes(query: string): readonly Code[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return ALL;
  const found = ALL.flatMap((code) => {
    const { title, means, aliases } = codeInfo(code);
    const names = [code, ...aliases].join(' ').toLowerCase();
    const places = words.map((word) =>
      names.includes(word)
        ? 0
        : title.toLowerCase().includes(word)
          ? 1
          : means.toLowerCase().includes(word)
            ? 2
            : 3,
    );
    const worst = Math.max(...places);
    return worst < 3 ? [{ code, worst }] : [];
  });
  return found.toSorted((a, b) => a.worst - b.worst).map(({ code }) => code);
}
