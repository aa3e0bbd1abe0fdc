import { describe, expect, it } from 'vitest';
import { exampleLesson, outlineOf, readLesson } from '../../../lessons/index.ts';
import { applyEdits } from '../../../text/index.ts';
import { completeLesson, hoverLesson } from './help.ts';

/** What is offered at `¦`. The lesson is as it reads without what is half typed. */
function at(marked: string) {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const { lesson } = readLesson({ path: 'a.md', text: exampleLesson('A') });
  const written = { text, outline: outlineOf(text), lesson };
  const items = completeLesson(written, offset);
  return {
    labels: items.map(({ label }) => label),
    chosen: (label: string) => {
      const item = items.find((one) => one.label === label);
      return item && applyEdits(text, [{ ...item.replace, insert: item.insert }]);
    },
    hover: () => hoverLesson(written, offset),
  };
}

const head = (inside: string) => `---\n${inside}\n---\n\n## One\n`;
const goals = (inside: string) =>
  `---\ntitle: A\nminutes: 5\n---\n\n## One\n\n\`\`\`yaml goals\n${inside}\n\`\`\`\n`;

describe('in the head', () => {
  it('offers the keys of the published schema that are not there yet, required ones first', () => {
    expect(at(head('title: A\n¦')).labels).toEqual(['minutes', 'id', 'summary', 'learned', 'trap']);
    expect(at(head('title: A\nmi¦')).chosen('minutes')).toBe(head('title: A\nminutes: '));
  });

  it('says what a key is for', async () => {
    expect((await at(head('tr¦ap: x')).hover())?.parts[1]).toContain('mistake');
  });
});

describe('in goals', () => {
  it('offers each kind of goal for a new one', () => {
    const { labels, chosen } = at(goals('- ¦'));
    expect(labels).toContain('request … expect');
    expect(chosen('noResource')).toBe(goals('- noResource: '));
    expect(chosen('request … expect')).toContain('- request: { from: , url:  }\n  expect: { outcome:  }');
  });

  it('offers the keys that go with those of the goal', () => {
    const { labels } = at(goals('- request: { from: shop, url: http://cart/ }\n  ¦'));
    expect(labels).toEqual(expect.arrayContaining(['expect', 'split', 'within', 'say']));
    expect(labels).not.toContain('noProblem');
    expect(at(goals('- request: { from: shop, url: http://cart/ }\n  split: []\n  ¦')).labels).not.toContain(
      'expect',
    );
  });

  it('offers values: of a list, codes, resources of the step’s files', () => {
    expect(at(goals('- request: { from: shop }\n  expect: { outcome: ¦ }')).labels).toContain('not-found');
    expect(at(goals('- noProblem: ¦')).labels).toEqual(expect.arrayContaining(['error', 'MW1132']));
    expect(at(goals('- resource: ¦')).labels).toContain('Service/shop/cart');
  });
});

describe('elsewhere', () => {
  it('offers blocks where a fence begins, and steps where a heading does', () => {
    const { labels, chosen } = at('---\ntitle: A\n---\n\n## One\n\n```¦');
    expect(labels).toEqual(expect.arrayContaining(['```goals', '```solution']));
    expect(chosen('```hint')).toContain('## One\n\n```hint\n\n```\n');
    expect(at('---\ntitle: A\n---\n#¦').labels).toEqual(['## step']);
  });

  it('completes Istio in the files of a state, as the YAML pane does', () => {
    const text = exampleLesson('A').replace('    - timeout: 3s', '    - time¦');
    expect(at(text).labels).toContain('timeout');
  });

  it('offers nothing in prose, and never fails', () => {
    expect(at('---\ntitle: A\n---\nWords and ¦more').labels).toEqual([]);
    const text = exampleLesson('A');
    for (let offset = 0; offset <= text.length; offset += 7)
      expect(Array.isArray(at(`${text.slice(0, offset)}¦`).labels)).toBe(true);
  });
});
