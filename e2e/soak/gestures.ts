import { REDO, UNDO, type Hands } from './hands.ts';
import { guest } from './mesh.ts';

export interface Gesture {
  readonly name: string;
  readonly weight: number;
  /** It often leaves YAML that cannot be read: most people then take it back. */
  readonly breaks?: true;
  act(hands: Hands): Promise<unknown>;
}

const NODE = '[data-pane=canvas] [data-node]';
const ROW = '[data-pane=canvas] [data-row]';
const FIELD =
  '[data-pane=inspector] input:not([type=checkbox], [type=radio], [type=range]), [data-pane=inspector] textarea';

const VALUES = ['7', '30s', 'v1', 'app-1-3', 'team-2', '/cart', '443', 'HTTP', '', '0', '-1', 'ä: #', '*.x'];
const TYPED = [
  'x',
  ' ',
  ': ',
  '- ',
  '# why',
  '"',
  'timeout: 3s',
  'é🙂',
  '9',
  '[',
  '}',
  '---',
  'name: n',
  '|',
  '\t',
];
const CANVAS_KEYS = [
  't',
  'f',
  '0',
  '-',
  '=',
  'n',
  'o',
  'p',
  'Shift+F',
  'Shift+A',
  '2',
  'w',
  'Shift+W',
  'Enter',
  'Escape',
];
const EDITOR_KEYS = [
  'Enter',
  'Backspace',
  'Delete',
  'Tab',
  'Shift+Tab',
  'Control+/',
  'Alt+ArrowUp',
  'Alt+ArrowDown',
  'Control+x',
  'Control+v',
  'Shift+ArrowDown',
  'Control+Shift+k',
  'Shift+Alt+ArrowDown',
  'Control+ArrowRight',
  'Home',
  'End',
];
const COMMANDS = ['add gateway', 'add service entry', 'add destination rule', 'collapse all', 'open all'];

const times = async (most: number, hands: Hands, act: () => Promise<unknown>) => {
  for (let left = 1 + hands.dice.below(most); left > 0; left--) await act();
};

const onCanvas: readonly Gesture[] = [
  { name: 'press a node', weight: 6, act: (hands) => hands.press(NODE) },
  { name: 'press a row', weight: 4, act: (hands) => hands.press(ROW) },
  {
    name: 'press a line',
    weight: 2,
    act: (hands) => hands.press('[data-pane=canvas] [data-edge]:not(g)'),
  },
  {
    name: 'walk by keys',
    weight: 4,
    async act(hands) {
      await hands.toCanvas();
      await times(5, hands, () =>
        hands.keys(hands.dice.of(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])),
      );
    },
  },
  {
    name: 'a key of the canvas',
    weight: 6,
    async act(hands) {
      await hands.toCanvas();
      await hands.keys(hands.dice.of(CANVAS_KEYS));
    },
  },
  {
    name: 'move something',
    weight: 4,
    async act(hands) {
      const from = await hands.spot(hands.dice.happens(0.7) ? NODE : ROW);
      if (!from) return;
      await hands.drag(from, {
        x: from.x + hands.dice.below(240) - 120,
        y: from.y + hands.dice.below(240) - 120,
      });
    },
  },
  {
    name: 'draw a line',
    weight: 5,
    async act(hands) {
      const [node, to] = [await hands.spot(NODE), await hands.spot(NODE)];
      if (!node || !to) return;
      await hands.page.mouse.move(node.x, node.y);
      await hands.drawn();
      const from = await hands.spot('[data-handle]');
      if (from) await hands.drag(from, to);
    },
  },
  {
    name: 'connect by keys',
    weight: 2,
    async act(hands) {
      await hands.press(NODE);
      await hands.toCanvas();
      await hands.keys(hands.dice.of(['c', 'm']));
      await hands.page.keyboard.type(`app-${hands.dice.below(6)}`);
      await hands.keys('Enter');
    },
  },
  {
    name: 'delete',
    weight: 3,
    async act(hands) {
      await hands.press(hands.dice.happens(0.6) ? ROW : NODE);
      await hands.toCanvas();
      await hands.keys('Delete');
    },
  },
  {
    name: 'rename on the canvas',
    weight: 2,
    async act(hands) {
      await hands.press(NODE);
      await hands.toCanvas();
      await hands.keys('F2');
      await hands.page.keyboard.type(`named-${hands.serial++ % 7}`);
      await hands.keys(hands.dice.of(['Enter', 'Enter', 'Escape']));
    },
  },
  {
    name: 'duplicate',
    weight: 2,
    async act(hands) {
      await hands.press(NODE);
      await hands.toCanvas();
      await hands.keys('Control+d');
    },
  },
  {
    name: 'change the order or a weight',
    weight: 2,
    async act(hands) {
      await hands.press(ROW);
      await hands.toCanvas();
      await times(3, hands, () =>
        hands.keys(hands.dice.of(['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'])),
      );
    },
  },
  {
    name: 'look elsewhere',
    weight: 3,
    async act(hands) {
      if (!(await hands.spot('[data-pane=canvas] .react-flow__pane')) && !(await hands.spot(NODE))) return;
      const [dx, dy] = [hands.dice.below(600) - 300, hands.dice.below(600) - 300];
      const zooms = hands.dice.happens(0.4);
      const box = await hands.app.canvas.boundingBox();
      if (!box) return;
      await hands.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      if (zooms) await hands.page.keyboard.down('Control');
      await hands.page.mouse.wheel(dx, dy);
      if (zooms) await hands.page.keyboard.up('Control');
    },
  },
  {
    name: 'a menu of the canvas',
    weight: 3,
    act: (hands) => hands.press(NODE, { button: 'right' }),
  },
];

const inForm: readonly Gesture[] = [
  {
    name: 'write in a field',
    weight: 9,
    async act(hands) {
      if (!(await hands.press(FIELD))) return;
      await hands.keys('Control+a');
      const value = hands.dice.of(VALUES);
      if (value === '') await hands.keys('Delete');
      else await hands.page.keyboard.type(value);
      await hands.keys(hands.dice.of(['Enter', 'Tab', 'Escape']));
    },
  },
  {
    name: 'press something in the form',
    weight: 7,
    act: (hands) =>
      hands.press(
        '[data-pane=inspector] :is(button, [role=radio], [role=switch], [role=checkbox], [role=tab], summary)',
      ),
  },
];

const inYaml: readonly Gesture[] = [
  {
    name: 'type',
    weight: 10,
    breaks: true,
    async act(hands) {
      if (!(await hands.toYaml())) return;
      await hands.keys(hands.dice.of(['End', 'Home', 'ArrowRight']));
      await times(3, hands, () => hands.page.keyboard.type(hands.dice.of(TYPED)));
    },
  },
  {
    name: 'another name or number',
    weight: 6,
    breaks: true,
    async act(hands) {
      if (!(await hands.press('[data-pane=source] .view-line > span > span', { clickCount: 2 }))) return;
      await hands.page.keyboard.type(hands.dice.of(['12', 'app-2-2', 'v2', 'team-1']));
    },
  },
  {
    name: 'keys of the editor',
    weight: 7,
    breaks: true,
    async act(hands) {
      if (!(await hands.toYaml())) return;
      await times(4, hands, () => hands.keys(hands.dice.of(EDITOR_KEYS)));
    },
  },
  {
    name: 'take a suggestion',
    weight: 3,
    breaks: true,
    async act(hands) {
      if (!(await hands.toYaml())) return;
      await hands.keys('End', 'Enter', 'Control+Space');
      await hands.drawn();
      await hands.keys(hands.dice.of(['Enter', 'ArrowDown', 'Escape']));
    },
  },
  {
    name: 'look through the file',
    weight: 2,
    async act(hands) {
      if (!(await hands.toYaml())) return;
      await hands.keys(hands.dice.of(['PageDown', 'PageUp', 'Control+Home', 'Control+End']));
    },
  },
];

const ofTheWork: readonly Gesture[] = [
  {
    name: 'undo',
    weight: 6,
    act: (hands) => hands.pressMany(UNDO, 1 + hands.dice.below(4)),
  },
  {
    name: 'redo',
    weight: 4,
    act: (hands) => hands.pressMany(REDO, 1 + hands.dice.below(3)),
  },
  { name: 'press in the rail', weight: 6, act: (hands) => hands.press('[data-pane=rail] button') },
  {
    name: 'press in the drawer',
    weight: 3,
    act: (hands) => hands.press('[data-pane=drawer] :is(button, [role=tab])'),
  },
  {
    name: 'run a command',
    weight: 3,
    async act(hands) {
      await hands.toCanvas();
      await hands.keys('Control+k');
      await hands.page.keyboard.type(hands.dice.of(COMMANDS));
      await hands.drawn();
      await hands.keys('Enter');
    },
  },
  {
    name: 'open files',
    weight: 2,
    async act(hands) {
      const how = hands.dice.happens(0.85) ? 'Keep, and add' : 'Replace';
      const { path, text } = guest(hands.serial++ % 9);
      await hands.uncover(hands.page.getByRole('button', { name: 'Open…' }));
      await hands.app.openFiles(how, [{ name: path, text }]);
    },
  },
  {
    name: 'paste resources on the canvas',
    weight: 2,
    async act(hands) {
      const { text } = guest(20 + (hands.serial++ % 9));
      await hands.toCanvas();
      await hands.app.paste(text);
    },
  },
];

/** What people do, as often as they do it. */
export const GESTURES: readonly Gesture[] = [...onCanvas, ...inForm, ...inYaml, ...ofTheWork];
