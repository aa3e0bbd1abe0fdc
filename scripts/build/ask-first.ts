import type { Plugin } from 'vite';

/** What is found in the page that the build writes. */
const THEME = '<script src="./theme.js"></script>';
const PROGRAM = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
const SHARED = /[ \t]*<link rel="modulepreload" crossorigin href="([^"]+)">\n/g;
const STYLES = /<link rel="stylesheet" crossorigin href="([^"]+)">/;

/**
 * Has the program and its styles asked for before the script that sets the theme. That one holds up the reading of the
 * page until it has come, and only what stands before it is asked for meanwhile: else a first visit waits for one more
 * answer of the network. The program itself stays behind it, because it also tells of a program that does not come.
 */
export function askFirst(): Plugin {
  return {
    name: 'ask-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const [program, styles] = [PROGRAM.exec(html)?.[1], STYLES.exec(html)?.[1]];
        if (!program || !styles || !html.includes(THEME))
          throw new Error('index.html no longer has the theme, the program and its styles as they were');
        const shared = [...html.matchAll(SHARED)].flatMap(([, file]) => file ?? []);
        const links = [
          ...[program, ...shared].map((file) => `<link rel="modulepreload" crossorigin href="${file}">`),
          `<link rel="preload" as="style" crossorigin href="${styles}">`,
          THEME,
        ];
        return html.replace(SHARED, '').replace(THEME, links.join('\n    '));
      },
    },
  };
}
