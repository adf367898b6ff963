// Enhancement only: every page works without this file.

// The error summary takes focus, so that keyboard and screen reader start there.
document.querySelector('[data-fouten]')?.focus();

// A form is sent once; a second click does nothing.
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.verstuurd) event.preventDefault();
    form.dataset.verstuurd = 'ja';
  });
}
addEventListener('pageshow', () => document.querySelectorAll('form[data-verstuurd]').forEach(form => delete form.dataset.verstuurd));
