// What stands in the panes; the layouts only say where.
export { Lesson as LessonContent } from '../../lesson/index.ts';
export { Canvas as CanvasContent } from '../../canvas/index.ts';
export { Inspector as FormContent } from '../../inspector/index.ts';
export { SourcePane as YamlContent } from '../../source/index.ts';
