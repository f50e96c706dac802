/// What the page can do beyond being read: filters, and the ways between a mark and its note.
enum PageScript {
  static let javaScript = """

    (() => {
      const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
      const notes = all('.note');
      const marksOf = note => all(`[data-f~="${note.id}"]`);
      const light = (note, on) => {
        note.classList.toggle('lit', on);
        marksOf(note).forEach(mark => mark.classList.toggle('lit', on));
      };
      notes.forEach(note => {
        note.addEventListener('mouseenter', () => light(note, true));
        note.addEventListener('mouseleave', () => light(note, false));
        note.addEventListener('focusin', () => light(note, true));
        note.addEventListener('focusout', () => light(note, false));
      });
      all('[data-f]').forEach(mark => {
        const owners = mark.dataset.f.split(' ').map(id => document.getElementById(id)).filter(Boolean);
        mark.addEventListener('mouseenter', () => owners.forEach(note => light(note, true)));
        mark.addEventListener('mouseleave', () => owners.forEach(note => light(note, false)));
        mark.addEventListener('click', event => {
          if (event.target.closest('a') || !owners.length) return;
          owners[0].focus();
          owners[0].scrollIntoView({ block: 'nearest', behavior: 'smooth' });
        });
      });
      const rule = document.getElementById('rule');
      const filter = () => {
        const shown = new Set(all('nav input[data-severity]:checked').map(box => box.dataset.severity));
        notes.concat(all('.contents li')).forEach(note => {
          const hide = !shown.has(note.dataset.severity) || (rule.value && note.dataset.code !== rule.value);
          note.hidden = hide;
        });
        all('[data-f]').forEach(mark => {
          const owners = mark.dataset.f.split(' ').map(id => document.getElementById(id)).filter(Boolean);
          mark.classList.toggle('off', owners.every(note => note.hidden));
        });
      };
      all('nav input[data-severity]').forEach(box => box.addEventListener('change', filter));
      rule.addEventListener('change', filter);
      document.getElementById('colours').addEventListener('change', event =>
        document.body.classList.toggle('plain', !event.target.checked));
      let current = -1;
      const step = by => {
        const visible = notes.filter(note => !note.hidden);
        if (!visible.length) return;
        const at = visible.indexOf(notes[current]);
        const next = visible[(at + by + visible.length) % visible.length] || visible[0];
        current = notes.indexOf(next);
        next.focus({ preventScroll: true });
        next.scrollIntoView({ block: 'center', behavior: 'smooth' });
      };
      document.getElementById('next').addEventListener('click', () => step(1));
      document.getElementById('back').addEventListener('click', () => step(-1));
      document.addEventListener('keydown', event => {
        if (event.target.matches('input, select') || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'j') step(1);
        if (event.key === 'k') step(-1);
      });
      const openAll = open => all('.note details').forEach(details => { details.open = open; });
      document.getElementById('open').addEventListener('click', () =>
        openAll(all('.note details').some(details => !details.open)));
      addEventListener('beforeprint', () => openAll(true));
      const target = () => {
        const details = location.hash && document.querySelector('details' + location.hash);
        if (details) details.open = true;
      };
      addEventListener('hashchange', target);
      target();
    })();

    """
}
