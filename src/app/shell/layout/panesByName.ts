import type { ReactNode } from 'react';
import type { Preferences } from '../../../session/index.ts';
import type { Panes } from '../../commands/panes.ts';
import { Rail } from '../../rail/index.ts';
import { CanvasContent, FormContent, LessonContent, YamlContent } from './contents.ts';
import { LoneDrawer } from './LoneDrawer.tsx';

interface PaneParts {
  readonly title: string;
  /** As commands and elements name it. */
  readonly name: keyof Panes;
  readonly Content: () => ReactNode;
}

/** Each pane as it stands by itself. */
export const PANES: Record<Preferences['narrowPane'], PaneParts> = {
  rail: { title: 'Files', name: 'rail', Content: Rail },
  lesson: { title: 'Lesson', name: 'lesson', Content: LessonContent },
  canvas: { title: 'Canvas', name: 'canvas', Content: CanvasContent },
  form: { title: 'Form', name: 'inspector', Content: FormContent },
  yaml: { title: 'YAML', name: 'source', Content: YamlContent },
  drawer: { title: 'Problems', name: 'drawer', Content: LoneDrawer },
};
