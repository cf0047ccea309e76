@echo off
rem Runs Maven with the given arguments: the installed one where it is 3.8 or newer, otherwise the one
rem pinned in .mvn\wrapper\maven-wrapper.properties, which is downloaded once, checked and kept.
rem
rem   MAVEN_USER_HOME  where it is kept, below wrapper\dists (.m2 in the user's folder)
rem   MVNW_REPOURL     a Maven repository to download it from instead; the checksum stays the same
setlocal EnableExtensions DisableDelayedExpansion

rem Asked for without the user's options: a -q makes it say less, a debugger's option makes it wait.
rem A mvn that is itself a script like this one would ask itself for ever.
if defined MVNW_ASKS_FOR_VERSION exit /b 1
set "__MVNW_VERSION="
setlocal
set "MVNW_ASKS_FOR_VERSION=yes"
set "MAVEN_OPTS="
set "MAVEN_ARGS="
set "MAVEN_DEBUG_OPTS="
set "MAVEN_BATCH_PAUSE="
for /f "tokens=2,3" %%a in ('mvn -v 2^>nul ^<nul') do if "%%a"=="Maven" set "__MVNW_VERSION=%%b"
endlocal & set "__MVNW_VERSION=%__MVNW_VERSION%"
set "__MVNW_MAJOR=0"
set "__MVNW_MINOR=0"
for /f "tokens=1,2 delims=." %%a in ("%__MVNW_VERSION%") do (
    set "__MVNW_MAJOR=%%a"
    set "__MVNW_MINOR=%%b"
)
if %__MVNW_MAJOR% gtr 3 goto installed
if %__MVNW_MAJOR% equ 3 if %__MVNW_MINOR% geq 8 goto installed

set "__MVNW_SELF=%~f0"
set "__MVNW_URL="
set "__MVNW_SHA512="
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do (
    if "%%a"=="distributionZipUrl" set "__MVNW_URL=%%b"
    if "%%a"=="distributionZipSha512Sum" set "__MVNW_SHA512=%%b"
)
if not defined __MVNW_URL goto unpinned
if not defined __MVNW_SHA512 goto unpinned
for %%u in ("%__MVNW_URL%") do set "__MVNW_NAME=%%~nu"
set "__MVNW_NAME=%__MVNW_NAME:-bin=%"
if defined MVNW_REPOURL set "__MVNW_URL=%MVNW_REPOURL%/org/apache/maven/apache-maven/%__MVNW_NAME:apache-maven-=%/%__MVNW_NAME%-bin.zip"
set "__MVNW_DISTS=%USERPROFILE%\.m2\wrapper\dists"
if defined MAVEN_USER_HOME set "__MVNW_DISTS=%MAVEN_USER_HOME%\wrapper\dists"
set "__MVNW_HOME=%__MVNW_DISTS%\%__MVNW_NAME%\%__MVNW_SHA512:~0,16%"
if exist "%__MVNW_HOME%\%__MVNW_NAME%\bin\mvn.cmd" goto pinned
powershell -NoProfile -ExecutionPolicy Bypass -Command "$s = [IO.File]::ReadAllText($env:__MVNW_SELF); Invoke-Expression $s.Substring($s.LastIndexOf('# The download'))"
if not exist "%__MVNW_HOME%\%__MVNW_NAME%\bin\mvn.cmd" exit /b 1

rem Without "call", which would change carets and percent signs in the arguments: cmd goes over to the
rem other script and does not come back.
:pinned
"%__MVNW_HOME%\%__MVNW_NAME%\bin\mvn.cmd" %*
exit /b %errorlevel%

:installed
mvn %*
exit /b %errorlevel%

:unpinned
echo mvnw: no distributionZipUrl and distributionZipSha512Sum in "%~dp0.mvn\wrapper\maven-wrapper.properties" 1>&2
exit /b 1

# The download, in PowerShell
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$temp = Join-Path $env:__MVNW_DISTS ('new.' + [Guid]::NewGuid())
$home512 = $env:__MVNW_HOME
$name = $env:__MVNW_NAME
$exitCode = 0
try {
    New-Item -ItemType Directory -Force -Path $temp | Out-Null
    [Console]::Error.WriteLine("mvnw: no Maven 3.8 or newer is installed, downloading $env:__MVNW_URL")
    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
    $zip = Join-Path $temp 'maven.zip'
    $client = New-Object Net.WebClient
    if ($client.Proxy) { $client.Proxy.Credentials = [Net.CredentialCache]::DefaultCredentials }
    $client.DownloadFile($env:__MVNW_URL, $zip)
    $stream = [IO.File]::OpenRead($zip)
    try {
        $hash = [Security.Cryptography.SHA512]::Create().ComputeHash($stream)
    } finally {
        $stream.Dispose()
    }
    $actual = [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant()
    if ($actual -ne $env:__MVNW_SHA512) {
        throw "refused: the SHA-512 of $env:__MVNW_URL is $actual, expected was $env:__MVNW_SHA512"
    }
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($zip, $temp)
    New-Item -ItemType Directory -Force -Path $home512 | Out-Null
    # Moving is one step, and it fails where another run has been faster: then theirs is used.
    try {
        [IO.Directory]::Move((Join-Path $temp $name), (Join-Path $home512 $name))
    } catch {
        if (-not (Test-Path (Join-Path $home512 "$name\bin\mvn.cmd"))) { throw }
    }
} catch {
    [Console]::Error.WriteLine('mvnw: ' + $_.Exception.Message)
    $exitCode = 1
} finally {
    Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $temp
}
exit $exitCode
