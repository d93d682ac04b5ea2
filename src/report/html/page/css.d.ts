/** Style sheets are gathered by the bundler; a module of the page gets nothing from them. */
declare module '*.css';
