export { Lesson } from './Lesson.tsx';
