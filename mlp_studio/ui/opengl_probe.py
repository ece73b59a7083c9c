"""Does OpenGL work here? Run as a process of its own: a broken driver may crash it.

``python -m mlp_studio.ui.opengl_probe`` prints the version and renderer in one line,
or nothing where no context can be made.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

GL_RENDERER, GL_VERSION = 0x1F01, 0x1F02


def main() -> int:
    """Print what there is; 1 when there is nothing."""
    app = QGuiApplication(sys.argv[:1])
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext(app)
    if not context.create() or not context.makeCurrent(surface):
        return 1
    functions = context.functions()
    found = [functions.glGetString(name) for name in (GL_VERSION, GL_RENDERER)]
    sys.stdout.write(" · ".join(str(words) for words in found if words) + "\n")
    context.doneCurrent()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
