/** Time since something began, as on a clock: `4:07`, `1:04:07`. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** How the time stands against what is planned: `6 minutes left`, `2 minutes over`. */
export function against(
  milliseconds: number,
  planned: number,
): { readonly words: string; readonly over: boolean } {
  const left = planned - milliseconds / 60_000;
  const over = left < 0;
  const count = over ? Math.floor(-left) + 1 : Math.ceil(left);
  return { words: `${count} ${count === 1 ? 'minute' : 'minutes'} ${over ? 'over' : 'left'}`, over };
}
