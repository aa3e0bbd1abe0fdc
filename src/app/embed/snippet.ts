export interface Frame {
  readonly src: string;
  readonly title: string;
  /** In CSS pixels. */
  readonly height: number;
}

/** What the frame needs and no more: scripts, and a tab of its own for “Open in Meshwright”. No storage, no origin. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** The frame as HTML, to be put into a page. Whatever the title holds stays a title. */
export const snippet = ({ src, title, height }: Frame): string =>
  `<iframe src="${inAttribute(src)}"\n  title="${inAttribute(title)}"\n  width="100%" height="${height}" style="border: 0"\n  sandbox="${SANDBOX}" loading="lazy"></iframe>`;

const inAttribute = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('&#38;', '&amp;');
