"""An object in a process of its own, its methods called from here: what it needs of a processor, it doesn't take from who calls."""

import multiprocessing


def serve(pipe, kind, arguments):
    inside = kind(*arguments)
    while True:
        name, arguments = pipe.recv()
        if name == "stop":
            inside.stop()
            return
        try:
            pipe.send((getattr(inside, name)(*arguments), None))
        except TimeoutError as error:
            pipe.send((None, str(error)))


class Beside:
    """`kind` is a class with a method `stop`; it is made there, of `arguments`."""

    def __init__(self, kind, *arguments):
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, kind, arguments), daemon=True)
        self.process.start()

    def call(self, name, *arguments):
        self.pipe.send((name, arguments))
        result, error = self.pipe.recv()
        if error:
            raise TimeoutError(error)
        return result

    def stop(self):
        self.pipe.send(("stop", ()))
        self.process.join()
