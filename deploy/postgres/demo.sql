-- Marks the database as made by ./run: demo accounts may exist here and nowhere else.
-- Only a superuser can set this comment; everybody can read it with shobj_description.

do $$ begin
  execute format('comment on database %I is %L', current_database(), 'cotnvpga-demo');
end $$;

