import { expect, it } from 'vitest';
import { snippet } from './snippet.ts';

it('writes a frame that may run scripts and no more, and takes a title for a title', () => {
  const html = snippet({
    src: 'https://tools.example/?embed&panes=canvas#workspace=d1.abc',
    title: '"><script>alert(1)</script>',
    height: 480,
  });
  expect(html).toContain('src="https://tools.example/?embed&amp;panes=canvas#workspace=d1.abc"');
  expect(html).toContain('title="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;"');
  expect(html).toContain('sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"');
  expect(html).not.toContain('allow-same-origin');
});
