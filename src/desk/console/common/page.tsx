import { type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
}

/** A page of the console. The heading takes the focus when the page opens, so that a screen reader says where one is. */
export function Page({ title, children, actions }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    heading.current?.focus();
  }, [title]);
  return (
    <section className="page">
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </section>
  );
}
