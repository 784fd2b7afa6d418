namespace KhuyenCong.Web.Storage;

/// <summary>Chooses where uploaded content lies: Files:Store is Folder or S3.</summary>
public static class StoreSetup
{
    public static void AddFileStore(this IServiceCollection services)
    {
        services.AddSingleton<IBlobStore>(Make);
        services.AddScoped<FileStore>();
        services.AddSingleton<StoreHealth>();
        services.AddHealthChecks().AddCheck<StoreHealth>("files");
    }

    private static IBlobStore Make(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        return (configuration["Files:Store"] ?? "Folder").ToUpperInvariant() switch
        {
            "FOLDER" => new FolderBlobs(configuration["Files:Folder"] ?? "var/files", services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<FolderBlobs>>()),
            "S3" => new S3Blobs(S3Settings.Read(configuration), services.GetRequiredService<ILogger<S3Blobs>>()),
            _ => throw new StoreSettingsException("Files:Store phải là Folder hoặc S3 / must be Folder or S3"),
        };
    }
}
