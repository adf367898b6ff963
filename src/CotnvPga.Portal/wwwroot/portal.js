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

// The kind of item says what must be written beside it: unfold that part.
document.addEventListener('change', event => {
  const asked = event.target.selectedOptions?.[0]?.dataset.vraagt?.split(' ') ?? [];
  for (const part of event.target.closest?.('[data-gegeven]')?.querySelectorAll('[data-vraag]') ?? []) {
    if (part.dataset.vraag.split(' ').some(code => asked.includes(code))) part.open = true;
  }
});

// What needs script is hidden until script is there: print this page, copy this text.
for (const part of document.querySelectorAll('[data-afdrukken]')) {
  part.hidden = false;
  part.querySelector('button').addEventListener('click', () => print());
}
for (const part of document.querySelectorAll('[data-kopie]')) {
  const buttons = part.querySelector('[data-kopie-knop]');
  if (!navigator.clipboard) continue;
  buttons.hidden = false;
  buttons.querySelector('button').addEventListener('click', async () => {
    const isDone = await navigator.clipboard.writeText(part.querySelector('[data-kopie-tekst]').textContent.trim()).then(() => true, () => false);
    buttons.querySelector('[role=status]').textContent = isDone ? 'Gekopieerd.' : 'Kopiëren lukt niet. Selecteer de tekst zelf.';
  });
}

// The slider over the days on which something changes; without script there are links and a date.
for (const form of document.querySelectorAll('[data-schuif]')) {
  const bar = form.querySelector('[data-schuif-balk]');
  const range = bar.querySelector('input');
  const days = range.dataset.dagen.split('|');
  const names = range.dataset.namen.split('|');
  bar.hidden = false;
  const say = () => range.setAttribute('aria-valuetext', names[range.value]);
  say();
  range.addEventListener('input', say);
  range.addEventListener('change', () => {
    form.querySelector('[name=Dag]').value = days[range.value];
    form.requestSubmit();
  });
}

// Five minutes before the session ends: one press keeps it.
const warning = document.querySelector('#sessie-waarschuwing');
if (warning) warnBeforeTheEnd();

function warnBeforeTheEnd() {
  const wait = (Number(warning.dataset.minuten) - 5) * 60_000;
  setTimeout(() => {
    document.body.append(warning.content.cloneNode(true));
    const shown = document.querySelector('.portal-sessie');
    shown.querySelector('button').addEventListener('click', async () => {
      // The worklist shows nothing of a person, so asking for it leaves no line in the log.
      await fetch('/werkvoorraad').catch(() => null);
      shown.remove();
      warnBeforeTheEnd();
    });
  }, wait);
}

// What is typed is kept now and then, so that a closed browser costs little.
for (const form of document.querySelectorAll('form[data-bewaart]')) keepTyped(form);

function keepTyped(form) {
  const status = form.querySelector('[data-bewaard]');
  let timer, isChanged = false;

  const keep = async () => {
    clearTimeout(timer);
    if (!isChanged || form.dataset.verstuurd) return;
    isChanged = false;
    const fields = new FormData(form);
    fields.set('bewaar', 'stil');
    const answer = await fetch(location.pathname, { method: 'POST', body: new URLSearchParams(fields), keepalive: true }).catch(() => null);
    if (answer?.ok) say(`Concept bewaard om ${(await answer.json()).bewaard}`);
    else if (answer?.status === 401) say('U bent uitgelogd. Uw tekst is bewaard: druk op de knop en log opnieuw in.');
    else isChanged = true;
  };
  const say = text => { status.textContent = text; status.hidden = false; };

  form.addEventListener('input', () => {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(keep, 5000);
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep());
}
