@echo off
rem The conformance gate under Windows: what ./gate does elsewhere. It builds on the first call; once the sources have changed,
rem delete target\gate.jar. Exit 1 is the provider's alone: Java itself exits with less than 100 only when it broke down.
setlocal
set "home=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo gate: no Java found: install a JDK 17 or later, or point JAVA_HOME at one 1>&2
  exit /b 2
)
if exist "%home%target\gate.jar" goto run
echo gate: building %home%target\gate.jar ^(once; some minutes when nothing is downloaded yet^) 1>&2
pushd "%home%"
call mvnw.cmd -B -q -DskipTests package
set "status=%errorlevel%"
popd
if not "%status%"=="0" (
  echo gate: the build failed, as it says above 1>&2
  exit /b 2
)
:run
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dgate.exits-from=100 "-Dgate.contract=%home%openapi\gateway-ping.yaml" "-Dgate.features=%home%features" "-Dgate.pacts=%home%pacts" -jar "%home%target\gate.jar" %*
set "status=%errorlevel%"
if %status% geq 100 if %status% leq 103 goto told
echo gate: Java ended by itself ^(exit %status%^) before the gate did; is it Java 17 or later, and is there memory left? 1>&2
if "%status%"=="1" exit /b 2
exit /b 3
:told
set /a status-=100
exit /b %status%
