import styles from './contents.module.css';

function Empty({ title }: { title: string }) {
  return <h2 className={styles.title}>{title}</h2>;
}

export { Canvas as CanvasContent } from '../../canvas/index.ts';
export const FormContent = () => <Empty title="Form" />;
export { SourcePane as YamlContent } from '../../source/index.ts';
