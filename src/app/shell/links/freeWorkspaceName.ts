/** A name for what came by a link: its own, or numbered where a workspace has that already. */
export function freeWorkspaceName(name: string, taken: readonly string[]): string {
  const plain = name.trim() || 'shared';
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? plain : `${plain} (${n})`;
    if (!taken.includes(candidate)) return candidate;
  }
}
