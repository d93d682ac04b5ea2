/** Version of rules and tables: changes whenever a result may change. Apart, so that whoever names it need not load them. */
export const ENGINE = '23';
