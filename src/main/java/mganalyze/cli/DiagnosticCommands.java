package mganalyze.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;

/**
 * What {@code jcmd} asks of a virtual machine. The packages of the JDK that this reaches into are
 * opened by the jar's manifest; elsewhere nothing here works.
 *
 * @param options that {@code java} was called with
 */
record DiagnosticCommands(Object receiver, Method method, List<?> options) {
  /**
   * Those of the virtual machine that runs this.
   *
   * @throws ReflectiveOperationException of another virtual machine, or another version
   */
  static DiagnosticCommands ofThisMachine() throws ReflectiveOperationException {
    // Its initializer loads the native library that the others call.
    Class.forName("com.sun.management.internal.PlatformMBeanProviderImpl");
    Method ofThisMachine =
        Class.forName("sun.management.ManagementFactoryHelper")
            .getDeclaredMethod("getVMManagement");
    ofThisMachine.setAccessible(true);
    Class<?> management = ofThisMachine.getReturnType();
    Object machine = ofThisMachine.invoke(null);
    Method options = management.getMethod("getVmArguments");
    options.setAccessible(true);
    Class<?> type = Class.forName("com.sun.management.internal.DiagnosticCommandImpl");
    Constructor<?> constructor = type.getDeclaredConstructor(management);
    constructor.setAccessible(true);
    Method method = type.getDeclaredMethod("executeDiagnosticCommand", String.class);
    method.setAccessible(true);
    return new DiagnosticCommands(
        constructor.newInstance(machine), method, (List<?>) options.invoke(machine));
  }

  /** Runs a command, such as {@code Compiler.directives_print}. */
  void execute(String command) throws ReflectiveOperationException {
    method.invoke(receiver, command);
  }
}
