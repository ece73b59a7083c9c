"""A surface painted by OpenGL into a picture, off the screen.

The widgets around it stay as they are: a window that holds an OpenGL widget is put together
by OpenGL as a whole, and a driver that fails would take the window with it.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QColor,
    QImage,
    QMatrix3x3,
    QOffscreenSurface,
    QOpenGLContext,
    QSurfaceFormat,
    QVector2D,
    QVector3D,
    QVector4D,
)
from PySide6.QtOpenGL import (
    QOpenGLBuffer,
    QOpenGLFramebufferObject,
    QOpenGLFramebufferObjectFormat,
    QOpenGLShader,
    QOpenGLShaderProgram,
)
from shiboken6 import VoidPtr

from mlp_studio.analysis.space import EYE, FLAT, LIFT, Eye, camera, scale_of
from mlp_studio.analysis.surface import DARKEST, LIGHT, Mesh

NEAR, FAR = 3.0, 9.0  # from the eye: the whole box lies between
SAMPLES = 4  # to a pixel
NEARER = 0.03  # by which points are painted before a surface they lie in
EDGE = 0.22  # by how much the lines on the surface are darker
LINES = 15  # of them each way, about
FLOATS = 10  # of a corner: place, normal, colour, number of its line of the lattice

# Constants of OpenGL's headers.
GL_COLOR_BUFFER_BIT, GL_DEPTH_BUFFER_BIT = 0x4000, 0x0100
GL_TRIANGLES, GL_POINTS, GL_FLOAT, GL_UNSIGNED_INT = 0x0004, 0x0000, 0x1406, 0x1405
GL_DEPTH_TEST, GL_BLEND, GL_PROGRAM_POINT_SIZE, GL_POINT_SPRITE = 0x0B71, 0x0BE2, 0x8642, 0x8861
GL_RENDERER, GL_VERSION, GL_NO_ERROR = 0x1F01, 0x1F02, 0

_VERTEX = """#version 120
attribute vec3 corner;
attribute vec3 normal;
attribute vec3 colour;
attribute float number;
uniform mat3 camera;
uniform vec4 view;   // scale, distance of the eye, lift, nearer
uniform vec4 frame;  // width, height, near, far
uniform vec2 dots;   // size of a point, places of the lattice to a side
varying vec3 lit;
varying vec3 turned;
varying vec2 cell;
void main() {
    vec3 seen = camera * corner;
    float w = view.y + seen.z - view.w;
    float nearness = view.x * view.y / (view.y + seen.z);
    vec2 place = vec2(seen.x * nearness, seen.y * nearness + view.z) * 2.0 / frame.xy;
    float depth = (frame.w + frame.z - 2.0 * frame.w * frame.z / w) / (frame.w - frame.z);
    gl_Position = vec4(place * w, depth * w, w);
    gl_PointSize = dots.x;
    lit = colour;
    turned = camera * normal;
    cell = vec2(mod(number, dots.y), floor(number / dots.y));
}
"""
_FRAGMENT = """#version 120
uniform vec4 light;  // where it comes from, and the darkest share
uniform vec4 solid;  // colour of points; its alpha is 0 for the surface
uniform vec2 edge;  // how much darker its lines are, places of the lattice between two
varying vec3 lit;
varying vec3 turned;
varying vec2 cell;
void main() {
    if (solid.a > 0.0) {
        if (length(gl_PointCoord - vec2(0.5)) > 0.5) discard;
        gl_FragColor = solid;
        return;
    }
    vec3 facing = normalize(turned);
    if (facing.z > 0.0) facing = -facing;
    float bright = clamp(dot(facing, light.xyz), 0.0, 1.0);
    float kept = light.w + (1.0 - light.w) * bright;
    vec2 at = cell / edge.y;
    vec2 wide = fwidth(at);
    vec2 away = abs(fract(at - 0.5) - 0.5) / max(wide, vec2(1e-6));
    float line = 1.0 - clamp(min(away.x, away.y) - 0.2, 0.0, 1.0);
    float dense = clamp(2.0 - 4.0 * max(wide.x, wide.y), 0.0, 1.0);  // fades far away
    gl_FragColor = vec4(lit * kept * (1.0 - edge.x * line * dense), 1.0);
}
"""


class GLError(RuntimeError):
    """OpenGL can't paint here."""


class GLSurface:
    """Paints surfaces with OpenGL 2.1, in the thread in which it was made.

    Raises
    ------
    GLError
        When there is no OpenGL that can do it.
    """

    def __init__(self) -> None:
        wanted = QSurfaceFormat()
        wanted.setVersion(2, 1)
        wanted.setRenderableType(QSurfaceFormat.RenderableType.OpenGL)
        self._ground = QOffscreenSurface()
        self._ground.setFormat(wanted)
        self._ground.create()
        self._context = QOpenGLContext()
        self._context.setFormat(wanted)
        if not self._context.create() or not self._context.makeCurrent(self._ground):
            raise GLError("no context can be made")
        self._functions = self._context.functions()
        self._program = QOpenGLShaderProgram()
        for kind, source in (
            (QOpenGLShader.ShaderTypeBit.Vertex, _VERTEX),
            (QOpenGLShader.ShaderTypeBit.Fragment, _FRAGMENT),
        ):
            if not self._program.addShaderFromSourceCode(kind, source):
                raise GLError(self._program.log())
        if not self._program.link():
            raise GLError(self._program.log())
        self._corners = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._numbers = QOpenGLBuffer(QOpenGLBuffer.Type.IndexBuffer)
        if not self._corners.create() or not self._numbers.create():
            raise GLError("no buffer can be made")
        self._target: QOpenGLFramebufferObject | None = None
        self._scale = 1.0

    @property
    def described(self) -> tuple[str, str]:
        """Version and renderer."""
        found = (self._functions.glGetString(name) for name in (GL_VERSION, GL_RENDERER))
        version, renderer = (str(words or "") for words in found)
        return version, renderer

    def paint(
        self,
        shape: Mesh,
        colours: NDArray[np.float32],
        points: NDArray[np.float32],
        eye: Eye,
        size: QSize,
        ratio: float,
        dots: tuple[tuple[float, QColor], ...],
    ) -> QImage:
        """Return a picture of a surface and of points in front of it, behind it or on it.

        Parameters
        ----------
        shape : Mesh
            The surface.
        colours : ndarray of float32, shape (corners, 3)
            In [0, 1].
        points : ndarray of float32, shape (n, 3)
            In the cube from −1 to 1.
        eye : Eye
            From where all of it is seen.
        size : QSize
            Of the picture, in pixels as widgets count them.
        ratio : float
            Pixels of the screen to one of those.
        dots : tuple of (float, QColor)
            Width of a point and its colour, from the outermost to the innermost.

        Raises
        ------
        GLError
            When OpenGL reports an error.
        """
        if not self._context.makeCurrent(self._ground):
            raise GLError("the context is lost")
        gl, program = self._functions, self._program
        target = self._fitting(size * ratio)
        target.bind()
        gl.glViewport(0, 0, target.width(), target.height())
        gl.glEnable(GL_DEPTH_TEST)
        gl.glDisable(GL_BLEND)
        gl.glClearColor(0.0, 0.0, 0.0, 0.0)
        gl.glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT)
        program.bind()
        side = math.isqrt(len(shape.corners))
        self._look(eye, size, side)
        self._set("solid", QVector4D(0, 0, 0, 0))
        self._set("dots", QVector2D(1.0, float(side)))
        self._send(_corner_floats(shape, colours, side))
        indices = shape.cells[:, [0, 1, 2, 0, 2, 3]].astype(np.uint32)
        self._numbers.bind()
        self._numbers.allocate(indices.tobytes(), indices.nbytes)
        first: Any = VoidPtr(0)  # what PySide takes; its stub says int
        gl.glDrawElements(GL_TRIANGLES, indices.size, GL_UNSIGNED_INT, first)
        if len(points):
            self._paint_points(points, dots, ratio)
        program.release()
        target.release()
        error = gl.glGetError()
        if error != GL_NO_ERROR:
            raise GLError(f"OpenGL reports error {error:#06x}")
        image = target.toImage()
        image.setDevicePixelRatio(ratio)
        return image

    def close(self) -> None:
        """Give back what OpenGL holds."""
        if self._context.makeCurrent(self._ground):
            self._target = None
            self._corners.destroy()
            self._numbers.destroy()
            self._program.removeAllShaders()
            self._context.doneCurrent()

    def _fitting(self, size: QSize) -> QOpenGLFramebufferObject:
        if self._target is None or self._target.size() != size:
            form = QOpenGLFramebufferObjectFormat()
            form.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
            form.setSamples(SAMPLES)
            self._target = QOpenGLFramebufferObject(size, form)
            if not self._target.isValid():
                raise GLError("no picture can be made")
        return self._target

    def _look(self, eye: Eye, size: QSize, side: int) -> None:
        axes = camera(eye)
        axes[:, 2] *= FLAT
        self._set("camera", QMatrix3x3(axes.ravel().tolist()))
        self._scale = scale_of(eye, size.width(), size.height())
        self._set("view", QVector4D(self._scale, EYE, LIFT, 0.0))
        self._set("frame", QVector4D(size.width(), size.height(), NEAR, FAR))
        light = np.array(LIGHT) / np.linalg.norm(LIGHT) * (1, 1, -1)
        self._set("light", QVector4D(QVector3D(*light.tolist()), DARKEST))
        step = max(1, round((side - 1) / LINES))
        self._set("edge", QVector2D(EDGE, float(step)))

    def _set(self, name: str, value: QVector2D | QVector4D | QMatrix3x3) -> None:
        self._program.setUniformValue(self._program.uniformLocation(name), value)

    def _send(self, floats: NDArray[np.float32]) -> None:
        """Hand over corners or points, `FLOATS` numbers each."""
        self._corners.bind()
        self._corners.allocate(floats.tobytes(), floats.nbytes)
        start = 0
        for name, count in (("corner", 3), ("normal", 3), ("colour", 3), ("number", 1)):
            place = self._program.attributeLocation(name)
            if place >= 0:
                self._program.enableAttributeArray(place)
                self._program.setAttributeBuffer(place, GL_FLOAT, 4 * start, count, 4 * FLOATS)
            start += count

    def _paint_points(
        self,
        points: NDArray[np.float32],
        dots: tuple[tuple[float, QColor], ...],
        ratio: float,
    ) -> None:
        gl = self._functions
        gl.glEnable(GL_PROGRAM_POINT_SIZE)
        gl.glEnable(GL_POINT_SPRITE)
        floats = np.zeros((len(points), FLOATS), np.float32)
        floats[:, :3] = points
        self._send(floats)
        for number, (width, colour) in enumerate(dots):
            # Each ring lies a little nearer than the one around it.
            nearer = NEARER * (1 + 0.02 * number)
            self._set("view", QVector4D(self._scale, EYE, LIFT, nearer))
            self._set("dots", QVector2D(width * ratio, 1.0))
            self._set("solid", QVector4D(*_rgba(colour)))
            gl.glDrawArrays(GL_POINTS, 0, len(points))


def _corner_floats(shape: Mesh, colours: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    floats = np.empty((len(shape.corners), FLOATS), np.float32)
    heights = shape.corners[:, 2].reshape(side, side) * FLAT
    up, across = np.gradient(heights, 2 / (side - 1))
    floats[:, :3] = shape.corners
    # The camera flattens places and normals alike: what it takes from a normal is put back.
    normal = np.stack([-across, -up, np.full_like(up, 1 / FLAT)], axis=-1).reshape(-1, 3)
    floats[:, 3:6] = normal / np.linalg.norm(normal, axis=1, keepdims=True)
    floats[:, 6:9] = colours
    floats[:, 9] = np.arange(len(shape.corners))
    return floats


def _rgba(colour: QColor) -> tuple[float, float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF(), colour.alphaF()
